import type { DataFrame } from '@grafana/data';
import type { SceneQueryRunner } from '@grafana/scenes';
import { tableRows } from '../../../scenes/queries/answer';
import { gatewayQueries } from '../../../scenes/queries/gateway';

/** How a provider stands now, as the replica that answers sees it. */
export interface ProviderStanding {
  readonly name: string;
  /** e.g. `openai`. */
  readonly type: string;
  readonly status: 'unknown' | 'healthy' | 'failing' | 'disabled';
  /** In the gateway's words, where it is failing. */
  readonly reason: string | null;
  /** The worst of its deployments'; null where it has none. */
  readonly breaker: 'closed' | 'half_open' | 'open' | null;
}

/** A budget of which nothing is left. */
export interface SpentBudget {
  readonly budget: string;
  readonly subject: string;
}

/** Asked once for all of the page that tells of it. */
export function standing(): SceneQueryRunner {
  return gatewayQueries(
    { refId: 'providers', queryType: 'providers', level: 'provider' },
    { refId: 'budgets', queryType: 'budgets' }
  );
}

export function readProviders(frames: readonly DataFrame[]): ProviderStanding[] {
  return tableRows(frames, 'providers') as unknown as ProviderStanding[];
}

export function readSpentBudgets(frames: readonly DataFrame[]): SpentBudget[] {
  return tableRows(frames, 'budgets')
    .filter((row) => Number(row['share_used'] ?? 0) >= 1)
    .map(({ budget, subject }) => ({ budget: String(budget), subject: String(subject ?? '') }));
}
