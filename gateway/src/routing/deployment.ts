import type { Provider } from '../providers/provider.js';
import type { Pricer } from '../usage/pricer.js';

/** One model at one provider. */
export interface Deployment {
  /** `provider/model`. */
  readonly id: string;
  readonly provider: Provider;
  /** What the provider calls the model. */
  readonly model: string;
  readonly weight: number;
  readonly price: Pricer;
}

/** A public model name and what answers for it. */
export interface ModelGroup {
  readonly name: string;
  readonly deployments: readonly Deployment[];
  /** Groups tried in this order when no deployment of this one answers. */
  readonly fallbacks: readonly string[];
}
