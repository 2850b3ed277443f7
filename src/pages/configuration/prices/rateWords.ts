import { t } from '@grafana/i18n';
import type { ASKED_RATES } from './priceDraft';

export function rateWords(rate: (typeof ASKED_RATES)[number]): string {
  switch (rate) {
    case 'input_per_million_usd':
      return t('prices.rate.input', 'Input, per million tokens');
    case 'output_per_million_usd':
      return t('prices.rate.output', 'Output, per million tokens');
    case 'cached_input_per_million_usd':
      return t('prices.rate.cached', 'Input from the provider’s cache, per million tokens');
    case 'reasoning_per_million_usd':
      return t('prices.rate.reasoning', 'Reasoning, per million tokens');
    case 'per_request_usd':
      return t('prices.rate.request', 'Each request');
  }
}
