import { t } from '@grafana/i18n';
import { thresholdText, type AlertRule } from '@llm-gateway/catalogue';
import type { RuleCondition } from '../ruleCondition';
import { AS_IT_IS } from '../../../asItIs';

/** e.g. `> 5 % for 5m`. */
export function conditionText(
  { threshold: { is, unit } }: AlertRule,
  { threshold, for: duration }: RuleCondition
): string {
  const lasting = t('alerts.rules.condition', 'for {{duration}}', { duration, ...AS_IT_IS });
  return `${is === 'above' ? '>' : '<'} ${thresholdText(unit, threshold)} ${lasting}`;
}
