import { t } from '@grafana/i18n';
import { AS_IT_IS } from '../../../asItIs';
import { count } from '../../../components/format/count';
import type { LimitPart } from './limitParts';

/** How much of a limit is used. */
export function limitWords({ unit, used, allowed }: LimitPart): string {
  const values = { used: count(used), limit: count(allowed) };
  switch (unit) {
    case 'requests':
      return t('rules.limit.requests-used', '{{used}} of {{limit}} req/min', { ...values, ...AS_IT_IS });
    case 'tokens':
      return t('rules.limit.tokens-used', '{{used}} of {{limit}} tokens/min', { ...values, ...AS_IT_IS });
    case 'parallel':
      return t('rules.limit.parallel-used', '{{used}} of {{limit}} at once', { ...values, ...AS_IT_IS });
  }
}
