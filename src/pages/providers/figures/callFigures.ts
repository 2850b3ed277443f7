import type { DataFrame } from '@grafana/data';
import type { SceneQueryRunner } from '@grafana/scenes';
import {
  native,
  providerFailureRatio,
  quantileOf,
  RANGE,
  rateOf,
  requestDuration,
  requestRate,
  timeToFirstToken,
  tokenRate,
} from '@llm-gateway/catalogue';
import { labelled } from '../../../scenes/queries/labelled';
import { metricValues } from '../../../scenes/queries/metrics';
import { OF_PROVIDER, REACHED } from '../scope';

const window = RANGE;

const BY_PROVIDER = { by: ['provider'], matchers: REACHED } as const;
const BY_DEPLOYMENT = { by: ['deployment'], matchers: OF_PROVIDER.standing } as const;

/** By provider: rates now, the rest over the page's time range. */
const OF_PROVIDERS = {
  rate: requestRate(BY_PROVIDER),
  failures: providerFailureRatio({ ...BY_PROVIDER, window }),
  p95: requestDuration(0.95, { ...BY_PROVIDER, window }),
  firstToken: timeToFirstToken(0.95, { ...BY_PROVIDER, window }),
  tokens: tokenRate(BY_PROVIDER),
};

/** By deployment of the page's provider: of calls, as requests know no deployment but the last one. */
const OF_DEPLOYMENTS = {
  rate: rateOf(native.attempts, BY_DEPLOYMENT),
  failures: providerFailureRatio({ ...BY_DEPLOYMENT, window }),
  p95: quantileOf(native.attemptDuration, 0.95, { ...BY_DEPLOYMENT, window }),
};

export const providerFigures = (): SceneQueryRunner => metricValues(OF_PROVIDERS);
export const deploymentFigures = (): SceneQueryRunner => metricValues(OF_DEPLOYMENTS);

export type Figures = Readonly<Record<keyof typeof OF_PROVIDERS, ReadonlyMap<string, number>>>;

export function readFigures(frames: readonly DataFrame[], label: 'provider' | 'deployment'): Figures {
  const read = (name: keyof Figures) => labelled(frames, name, label);
  return {
    rate: read('rate'),
    failures: read('failures'),
    p95: read('p95'),
    firstToken: read('firstToken'),
    tokens: read('tokens'),
  };
}
