import { t } from '@grafana/i18n';
import type { Deployment } from '../facts/standing';
import { AS_IT_IS } from '../../../asItIs';

/** US dollars for a million tokens in and out; or for a request, where that is what is paid for. */
export function priceText(price: Deployment['price']): string {
  if (!price) {
    return t('providers.price.unknown', 'Not known');
  }
  const { input_per_million_usd: input, output_per_million_usd: output, per_request_usd: request } = price;
  const parts = [
    ...(input === undefined ? [] : [t('providers.price.input', '${{usd}} in', { usd: input, ...AS_IT_IS })]),
    ...(output === undefined ? [] : [t('providers.price.output', '${{usd}} out', { usd: output, ...AS_IT_IS })]),
    ...(request === 0 ? [] : [t('providers.price.request', '${{usd}} a request', { usd: request, ...AS_IT_IS })]),
  ];
  return parts.length > 0 ? parts.join(' · ') : t('providers.price.free', 'Free');
}
