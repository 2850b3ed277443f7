import type { ModelDraft } from './draft.js';
import { setting } from './setting.js';
import { STRATEGIES } from './strategies.js';
import type { Timeouts } from './timeouts.js';
import { type Mapping, asAmount, asList, asMapping, asText } from './values.js';

/** What the models must know of how LiteLLM routes. */
export interface RoutingFacts {
  /** Of a model: how a deployment is chosen, where it is not by weight. */
  choiceOf(model: string): Pick<ModelDraft, 'strategy' | 'sticky'>;
  /** Whether LiteLLM chooses by weight. */
  isWeighted(model: string): boolean;
  /** Whether LiteLLM keeps the rpm and tpm of deployments, and does not only weigh by them. */
  readonly enforcesLimits: boolean;
  readonly timeouts: Timeouts;
}

export function readRoutingFacts(input: Mapping): RoutingFacts {
  const wide = asText(setting(input, 'routing_strategy')?.value);
  const groups = asList(setting(input, 'routing_groups')?.value).map(asMapping);
  const strategyNameOf = (model: string): string | undefined =>
    asText(groups.find(({ models }) => asList(models).includes(model))?.['routing_strategy']) ?? wide;
  const checks = asList(setting(input, 'optional_pre_call_checks')?.value);
  const sticky = checks.some((check) => STICKY_CHECKS.includes(String(check)));
  return {
    choiceOf(model) {
      const strategy = STRATEGIES[strategyNameOf(model) ?? ''];
      return {
        ...(strategy === undefined || strategy === 'weighted' ? {} : { strategy }),
        ...(sticky ? { sticky: 'key' as const } : {}),
      };
    },
    isWeighted: (model) => (STRATEGIES[strategyNameOf(model) ?? ''] ?? 'weighted') === 'weighted',
    enforcesLimits:
      wide?.startsWith('usage-based-routing') === true ||
      checks.includes('enforce_model_rate_limits') ||
      setting(input, 'enable_pre_call_checks')?.value === true,
    timeouts: {
      total:
        asAmount(setting(input, 'timeout')?.value) ?? asAmount(asMapping(input['litellm_settings'])['request_timeout']),
      stream: asAmount(setting(input, 'stream_timeout')?.value),
    },
  };
}

/** Checks of LiteLLM that keep requests on one deployment. */
export const STICKY_CHECKS: readonly string[] = ['deployment_affinity', 'session_affinity', 'prompt_caching'];
