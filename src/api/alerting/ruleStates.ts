import { send } from '../grafana';

export type RuleState = 'firing' | 'pending' | 'recovering' | 'inactive' | 'unknown';

/** One subject of a rule that is not as it should be. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  /** e.g. `Alerting`, `Pending`, `Alerting (NoData)`. */
  readonly state: string;
  /** ISO 8601; since when. */
  readonly activeAt: string | null;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What the evaluation of a rule last came to. */
export interface EvaluatedRule {
  readonly uid: string;
  readonly state: RuleState;
  /** `ok`, `error` or `nodata`. */
  readonly health: string;
  readonly lastError?: string;
  readonly alerts: readonly ActiveAlert[];
}

interface RulesAnswer {
  readonly data: {
    readonly groups: ReadonlyArray<{
      readonly rules: ReadonlyArray<
        Omit<EvaluatedRule, 'alerts'> & { readonly alerts?: readonly ActiveAlert[] | null }
      >;
    }>;
  };
}

/** The state of every rule that this user may see. */
export async function readRuleStates(): Promise<EvaluatedRule[]> {
  const { data } = await send<RulesAnswer>('GET', '/api/prometheus/grafana/api/v1/rules');
  return data.groups
    .flatMap(({ rules }) => rules)
    .map((rule) => ({ ...rule, alerts: (rule.alerts ?? []).filter(isActive) }));
}

/** A rule lists the subjects that are well, too. */
function isActive({ state }: ActiveAlert): boolean {
  return !/^(normal|inactive)/i.test(state);
}
