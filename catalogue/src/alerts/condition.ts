import type { AlertRule } from './rule.js';

/** The whole condition of a rule as one PromQL expression: it has a series for each subject that is at fault. */
export function conditionOf({ expr, threshold, noData }: AlertRule): string {
  // Comparisons bind tighter than `or` and `and`, so a compound expression is put in brackets first.
  const subject = /^[\w:]+(\{[^}]*\})?$/.test(expr) ? expr : `(${expr})`;
  const condition = `${subject} ${threshold.is === 'above' ? '>' : '<'} ${threshold.value}`;
  return noData === 'alerting' ? `${condition} or absent(${expr})` : condition;
}
