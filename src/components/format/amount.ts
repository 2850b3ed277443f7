import { t } from '@grafana/i18n';
import { count } from './count';
import { usd } from './usd';
import { AS_IT_IS } from '../../asItIs';

/** An amount of a budget in its unit. */
export function amount(value: number, unit: 'usd' | 'tokens'): string {
  return unit === 'usd' ? usd(value) : t('format.tokens', '{{number}} tokens', { number: count(value), ...AS_IT_IS });
}
