import { t } from '@grafana/i18n';
import type { AlertRule } from '@llm-gateway/catalogue';
import type { RuleCondition } from '../ruleCondition';
import { AS_IT_IS } from '../../../components/asItIs';

/** e.g. `> 0.05 for 5m`. */
export function conditionText({ threshold: { is } }: AlertRule, { threshold, for: duration }: RuleCondition): string {
  const lasting = t('alerts.rules.condition', 'for {{duration}}', { duration, ...AS_IT_IS });
  return `${is === 'above' ? '>' : '<'} ${threshold} ${lasting}`;
}
