import type { FiringAlert } from '../../../api/alerting/firingAlerts';
import type { ProviderStanding, SpentBudget } from './standing';

export type Level = 'ok' | 'warning' | 'critical' | 'unknown';

/** Something to look at. */
export type Problem =
  | { readonly kind: 'down'; readonly level: 'critical'; readonly provider: ProviderStanding }
  | { readonly kind: 'breaker'; readonly level: 'warning'; readonly provider: ProviderStanding }
  | { readonly kind: 'budget'; readonly level: 'warning'; readonly budget: SpentBudget }
  | { readonly kind: 'alert'; readonly level: 'critical' | 'warning'; readonly alert: FiringAlert };

export interface Facts {
  readonly providers: readonly ProviderStanding[];
  readonly budgets: readonly SpentBudget[];
  readonly alerts: readonly FiringAlert[];
}

export interface Verdict {
  readonly level: Level;
  /** The worst first. */
  readonly problems: readonly Problem[];
}

/** Up: answers, and no circuit breaker is open. Not called yet: nothing is known. */
export type ProviderState = 'up' | 'degraded' | 'down' | 'unknown' | 'disabled';

export function stateOf({ status, breaker }: ProviderStanding): ProviderState {
  if (status === 'disabled') {
    return 'disabled';
  }
  if (status === 'failing') {
    return 'down';
  }
  if (breaker === 'open' || breaker === 'half_open') {
    return 'degraded';
  }
  return status === 'healthy' ? 'up' : 'unknown';
}

/** The state of the whole. */
export function judge({ providers, budgets, alerts }: Facts): Verdict {
  const problems: Problem[] = [
    ...providers.flatMap((provider): Problem[] => {
      switch (stateOf(provider)) {
        case 'down':
          return [{ kind: 'down', level: 'critical', provider }];
        case 'degraded':
          return [{ kind: 'breaker', level: 'warning', provider }];
        default:
          return [];
      }
    }),
    ...alerts.map((alert): Problem => ({
      kind: 'alert',
      level: alert.severity === 'critical' ? 'critical' : 'warning',
      alert,
    })),
    ...budgets.map((budget): Problem => ({ kind: 'budget', level: 'warning', budget })),
  ];
  const ranked = [...problems].sort((a, b) => Number(b.level === 'critical') - Number(a.level === 'critical'));
  return {
    level: ranked[0]?.level ?? (providers.some((each) => stateOf(each) === 'up') ? 'ok' : 'unknown'),
    problems: ranked,
  };
}
