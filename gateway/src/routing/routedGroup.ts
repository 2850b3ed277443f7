import type { DisabledDeployment, Fallbacks } from './deployment.js';
import type { DeploymentState } from './deploymentState.js';
import type { StrategyName } from './strategies/names.js';

/** A model with what is known of its deployments. */
export interface RoutedGroup {
  readonly name: string;
  readonly strategy: StrategyName;
  readonly fallbacks: Fallbacks;
  readonly states: readonly DeploymentState[];
  readonly disabled: readonly DisabledDeployment[];
}
