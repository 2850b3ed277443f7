import type { Provider } from '../providers/provider.js';
import type { Pricer } from '../pricing/pricer.js';
import type { StrategyName } from './strategies/names.js';

/** One model at one provider. */
export interface Deployment {
  /** `provider/model`. */
  readonly id: string;
  readonly provider: Provider;
  /** What the provider calls the model. */
  readonly model: string;
  readonly weight: number;
  /** Most calls under way at once; undefined for no limit of its own. */
  readonly maxConcurrent: number | undefined;
  readonly price: Pricer;
}

/** One that gets no calls until somebody enables it, or its provider, again. */
export interface DisabledDeployment {
  readonly deployment: Deployment;
  readonly reason: string;
}

/** Models to try in this order, by what went wrong with this one. */
export interface Fallbacks {
  readonly error: readonly string[];
  readonly contextWindow: readonly string[];
  readonly contentPolicy: readonly string[];
}

/** A public model name and what answers for it. */
export interface ModelGroup {
  readonly name: string;
  readonly strategy: StrategyName;
  /** What keeps requests on one deployment, so that its provider's prompt cache pays. */
  readonly sticky: 'none' | 'key' | 'user';
  /** Those that are routed to. */
  readonly deployments: readonly Deployment[];
  readonly disabled: readonly DisabledDeployment[];
  readonly fallbacks: Fallbacks;
}
