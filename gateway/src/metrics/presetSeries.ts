import type { Principal } from '../governance/principal.js';
import type { ModelGroup } from '../routing/deployment.js';
import { NONE } from './labels/none.js';
import type { Metrics } from './registry.js';
import { histogramSeries } from './series/stored.js';

/** Most combinations that are set up before they are used; a large gateway has its series soon enough. */
const MAX_COMBINATIONS = 500;
/** Of histograms, which are some twenty series each. */
const MAX_HISTOGRAMS = 50;

/** What a surface says of who is at the door (http/openai/surface.ts). */
const AUTH_FAILURES = ['missing_key', 'invalid_key', 'expired_key', 'invalid_token', 'expired_token', 'blocked'];

/** What nearly all requests ask for; of others, the series begin with their first. */
const operation = 'chat';

export interface PresetParts {
  readonly groups: Iterable<ModelGroup>;
  readonly principals: readonly Principal[];
  /** Labels that the latency histograms get besides: then it is not known which there will be. */
  readonly latencyBy: readonly string[];
}

/**
 * Sets the counters of what is configured to 0. Prometheus takes the first value of a series for its beginning, so
 * without this the first requests after a start would be in no rate.
 */
export function presetSeries(metrics: Pick<Metrics, 'instruments' | 'labels'>, parts: PresetParts): void {
  const groups = [...parts.groups];
  AUTH_FAILURES.forEach((reason) => metrics.instruments.authFailures.inc({ reason }, 0));
  ['success', 'failure'].forEach((result) => metrics.instruments.configReloads.inc({ result }, 0));
  presetDeployments(metrics, groups, parts.latencyBy);
  presetModels(metrics, groups);
  presetUse(metrics, groups, parts.principals);
}

function presetDeployments(
  { instruments, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  groups: readonly ModelGroup[],
  latencyBy: readonly string[]
): void {
  const called = groups.flatMap(({ name, deployments }) =>
    deployments.map(({ id, provider }) => ({
      model: labels.model.show(name),
      provider: labels.provider.show(provider.name),
      deployment: labels.deployment.show(id),
    }))
  );
  for (const { model, provider, deployment } of called.slice(0, MAX_COMBINATIONS)) {
    instruments.attempts.inc({ model, provider, deployment, outcome: 'success', code: '200' }, 0);
    instruments.unpricedRequests.inc({ model, provider }, 0);
    for (const to of ['open', 'half_open', 'closed']) {
      instruments.breakerTransitions.inc({ provider, deployment, to }, 0);
    }
  }
  for (const { model, provider, deployment } of called.slice(0, MAX_HISTOGRAMS)) {
    histogramSeries(instruments.attemptDuration, { model, provider, deployment, operation });
    if (latencyBy.length === 0) {
      histogramSeries(instruments.timeToFirstToken, { model, provider, operation });
      histogramSeries(instruments.timePerOutputToken, { model, provider, operation });
      for (const streaming of ['true', 'false']) {
        histogramSeries(instruments.requestDuration, { model, provider, streaming, status: 'success', operation });
      }
    }
  }
}

function presetModels(
  { instruments, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  groups: readonly ModelGroup[]
): void {
  for (const { name, fallbacks } of groups.slice(0, MAX_COMBINATIONS)) {
    const model = labels.model.show(name);
    for (const result of ['hit', 'miss', 'bypass']) {
      instruments.cacheRequests.inc({ model, result }, 0);
    }
    for (const type of ['input', 'output']) {
      instruments.cacheTokens.inc({ model, type }, 0);
    }
    const { error, contextWindow, contentPolicy } = fallbacks;
    for (const to of new Set([...error, ...contextWindow, ...contentPolicy])) {
      for (const success of ['true', 'false']) {
        instruments.fallbacks.inc({ from_model: model, to_model: labels.model.show(to), success }, 0);
      }
    }
  }
}

function presetUse(
  { instruments, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  groups: readonly ModelGroup[],
  principals: readonly Principal[]
): void {
  const combinations = groups.flatMap(({ name, deployments }) =>
    deployments.flatMap(({ id, provider }) =>
      principals.map(({ key, team }) => ({ name, id, provider: provider.name, key, team }))
    )
  );
  for (const { name, id, provider: providerName, key: keyName, team: teamName } of combinations.slice(
    0,
    MAX_COMBINATIONS
  )) {
    const model = labels.model.show(name);
    const provider = labels.provider.show(providerName);
    const deployment = labels.deployment.show(id);
    const key = labels.key.show(keyName);
    const team = labels.team.show(teamName);
    const whose = { model, provider, team, key };
    for (const streaming of ['true', 'false']) {
      const how = { streaming, status: 'success', code: '200', error_type: NONE, operation };
      instruments.requests.inc({ ...whose, deployment, ...how }, 0);
    }
    instruments.tokens.inc({ ...whose, type: 'input' }, 0);
    instruments.tokens.inc({ ...whose, type: 'output' }, 0);
    instruments.cost.inc(whose, 0);
    instruments.cacheSaved.inc({ model, team, key }, 0);
  }
}
