import { t } from '@grafana/i18n';
import { usd } from '../../../components/format/usd';
import { AS_IT_IS } from '../../../asItIs';

/** A price by tokens; a dash where there is none. */
export function perMillion(price: number | undefined): string {
  return price === undefined ? '–' : t('prices.per-million', '{{usd}} / M tokens', { usd: usd(price), ...AS_IT_IS });
}
