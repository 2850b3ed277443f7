import type { Principal } from '../governance/principal.js';
import type { ModelGroup } from '../routing/deployment.js';
import type { Instruments } from './registry.js';

/** Most combinations that are set up before they are used; a large gateway has its series soon enough. */
const MAX_COMBINATIONS = 500;

/**
 * Sets the counters of what is configured to 0. Prometheus takes the first value of a series for its beginning, so
 * without this the first requests after a start would be in no rate.
 */
export function presetSeries(
  metrics: Instruments,
  groups: Iterable<ModelGroup>,
  principals: readonly Principal[]
): void {
  const combinations = [...groups].flatMap(({ name: model, deployments }) =>
    [...new Set(deployments.map(({ provider }) => provider.name))].flatMap((provider) =>
      principals.map(({ key, team }) => ({ model, provider, key, team: team ?? 'none' }))
    )
  );
  for (const labels of combinations.slice(0, MAX_COMBINATIONS)) {
    for (const streaming of ['true', 'false']) {
      metrics.requests.inc({ ...labels, streaming, status: 'success', code: '200' }, 0);
    }
    metrics.tokens.inc({ ...labels, type: 'input' }, 0);
    metrics.tokens.inc({ ...labels, type: 'output' }, 0);
    metrics.cost.inc(labels, 0);
  }
}
