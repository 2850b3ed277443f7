import { rangeUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { groupInterval, queriedThreshold, shownThreshold, type AlertRule } from '@llm-gateway/catalogue';
import type { RuleCondition } from '../ruleCondition';
import { AS_IT_IS } from '../../../asItIs';

export interface ConditionDraft {
  /** In the unit in which the rule's threshold is shown. */
  readonly threshold: string;
  readonly for: string;
}

export interface ParsedCondition {
  readonly errors: Readonly<Partial<Record<keyof ConditionDraft, string>>>;
  /** There when there is no error. */
  readonly condition?: RuleCondition;
}

/** A duration as Prometheus and Grafana write it, e.g. `90s`, `5m`, `1h30m`, or `0s`. */
const DURATION = /^(?=\d)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/;

/** Reads what was typed for a rule, with what is wrong with each field. */
export function parseCondition(
  { group, threshold: { unit, value } }: AlertRule,
  draft: ConditionDraft
): ParsedCondition {
  const shown = Number(draft.threshold);
  const duration = draft.for.trim();
  const errors = {
    ...((draft.threshold.trim() === '' || !Number.isFinite(shown)) && {
      threshold: t('alerts.edit.threshold-error', 'Type a number, such as {{value}}.', {
        value: shownThreshold(unit, value),
        ...AS_IT_IS,
      }),
    }),
    ...(!fits(duration, group) && {
      for: t('alerts.edit.for-error', 'Type a duration such as 90s, 5m or 1h, in steps of {{interval}}.', {
        interval: groupInterval(group),
        ...AS_IT_IS,
      }),
    }),
  };
  return Object.keys(errors).length > 0
    ? { errors }
    : { errors, condition: { threshold: queriedThreshold(unit, shown), for: duration } };
}

/** Grafana refuses a duration that is no multiple of the group's interval. */
function fits(duration: string, group: string): boolean {
  return DURATION.test(duration) && milliseconds(duration) % rangeUtil.intervalToMs(groupInterval(group)) === 0;
}

function milliseconds(duration: string): number {
  return [...duration.matchAll(/\d+[dhms]/g)].reduce((sum, [part]) => sum + rangeUtil.intervalToMs(part), 0);
}
