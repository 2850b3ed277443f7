import type { DataFrame } from '@grafana/data';
import type { SceneQueryRunner } from '@grafana/scenes';
import type { Answer } from '../../../api/gateway/operations';
import { tableRows } from '../../../scenes/queries/answer';
import { gatewayQueries } from '../../../scenes/queries/gateway';

/** One model's share of a deployment: a deployment that serves two models is there twice. */
export type Deployment = Answer<'/deployments', 'get'>['deployments'][number];

export type Breaker = 'closed' | 'half_open' | 'open';

/** How a provider stands now, as the replica that answers sees it. */
export interface ProviderStanding {
  readonly name: string;
  /** e.g. `openai`. */
  readonly type: string;
  readonly status: 'unknown' | 'healthy' | 'failing' | 'disabled';
  /** When that began, in epoch milliseconds. */
  readonly since: number;
  /** In the gateway's words, where it is failing. */
  readonly reason: string | null;
  /** The worst of its deployments'; null where it has none. */
  readonly breaker: Breaker | null;
  /** Calls under way. */
  readonly active: number;
}

const STANDINGS = 'standings';

/** How each provider stands now. */
export function standings(): SceneQueryRunner {
  return gatewayQueries({ refId: STANDINGS, queryType: 'providers', level: 'provider' });
}

export function readStandings(frames: readonly DataFrame[]): ProviderStanding[] {
  return tableRows(frames, STANDINGS) as unknown as ProviderStanding[];
}
