import type { GrafanaQuery, GrafanaRule } from '@llm-gateway/catalogue';

/** What can be changed of a rule. */
export interface RuleCondition {
  /** As the rule's expression has it: 0.05 where 5 % are shown. */
  readonly threshold: number;
  /** How long the condition must hold, e.g. `5m`. */
  readonly for: string;
}

interface ThresholdModel {
  readonly type?: string;
  readonly conditions?: ReadonlyArray<{ readonly evaluator: { readonly type: string; readonly params: number[] } }>;
}

/** Reads the condition of a rule of ours; undefined where somebody has made another kind of rule of it. */
export function conditionOf(rule: Pick<GrafanaRule, 'for' | 'condition' | 'data'>): RuleCondition | undefined {
  const threshold = thresholdQuery(rule)?.conditions?.[0]?.evaluator.params[0];
  return threshold === undefined ? undefined : { threshold, for: rule.for };
}

/** The rule with another condition, all else as it is. */
export function withCondition<R extends Pick<GrafanaRule, 'for' | 'condition' | 'data'>>(
  rule: R,
  { threshold, for: duration }: RuleCondition
): R {
  const replace = (query: GrafanaQuery): GrafanaQuery => {
    const model: ThresholdModel = query.model;
    if (query.refId !== rule.condition || model.type !== 'threshold') {
      return query;
    }
    const conditions = (model.conditions ?? []).map((each) => ({
      ...each,
      evaluator: { ...each.evaluator, params: [threshold] },
    }));
    return { ...query, model: { ...query.model, conditions } };
  };
  return { ...rule, for: duration, data: rule.data.map(replace) };
}

function thresholdQuery({ condition, data }: Pick<GrafanaRule, 'condition' | 'data'>): ThresholdModel | undefined {
  const model: ThresholdModel | undefined = data.find(({ refId }) => refId === condition)?.model;
  return model?.type === 'threshold' ? model : undefined;
}
