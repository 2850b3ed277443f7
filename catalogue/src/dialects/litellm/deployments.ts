import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { EXCEPTION_CLASSES } from './exceptionClasses.js';
import { DEPLOYMENT, NONE, NO_CLIENT, NO_KEY, NO_KEY_AND_TEAM } from './labels.js';

const none = { fixed: NONE } as const;
const CALLS = {
  model_group: 'model',
  requested_model: 'model',
  ...DEPLOYMENT,
  ...NO_KEY_AND_TEAM,
  ...NO_CLIENT,
} as const;
const FALLBACKS = {
  requested_model: 'from_model',
  fallback_model: 'to_model',
  ...NO_KEY_AND_TEAM,
  exception_status: none,
  exception_class: none,
  model_id: none,
} as const;
const REPORTED = { model_group: none, ...DEPLOYMENT } as const;

/** LiteLLM's families of deployments: calls to them, their state, and the rate limits that providers report. */
export const litellmDeployments = {
  totalRequests: view({
    name: 'litellm_deployment_total_requests_total',
    type: 'counter',
    help: 'Calls to deployments, retries and fallbacks included.',
    from: native.attempts,
    labels: CALLS,
  }),
  successResponses: view({
    name: 'litellm_deployment_success_responses_total',
    type: 'counter',
    help: 'Calls to deployments that were answered.',
    from: native.attempts,
    where: { outcome: ['success'] },
    labels: CALLS,
  }),
  failureResponses: view({
    name: 'litellm_deployment_failure_responses_total',
    type: 'counter',
    help: 'Calls to deployments that failed.',
    from: native.attempts,
    except: { outcome: ['success', 'aborted'] },
    labels: {
      ...CALLS,
      exception_status: 'code',
      exception_class: { from: 'outcome', words: EXCEPTION_CLASSES },
    },
  }),
  successfulFallbacks: view({
    name: 'litellm_deployment_successful_fallbacks_total',
    type: 'counter',
    help: 'Requests that another model answered.',
    from: native.fallbacks,
    where: { success: ['true'] },
    labels: FALLBACKS,
  }),
  failedFallbacks: view({
    name: 'litellm_deployment_failed_fallbacks_total',
    type: 'counter',
    help: 'Requests that went on to another model, which did not answer either.',
    from: native.fallbacks,
    where: { success: ['false'] },
    labels: FALLBACKS,
  }),
  state: view({
    name: 'litellm_deployment_state',
    type: 'gauge',
    help: 'State of a deployment: 0 it gets calls, 2 it gets none.',
    from: native.deploymentHealth,
    labels: DEPLOYMENT,
    values: { 1: 0, 0: 2 },
    combine: 'max',
  }),
  cooledDown: view({
    name: 'litellm_deployment_cooled_down_total',
    type: 'counter',
    help: 'How often the circuit breaker of a deployment opened.',
    from: native.breakerTransitions,
    where: { to: ['open'] },
    labels: { ...DEPLOYMENT, exception_status: none },
  }),
  remainingRequests: view({
    name: 'litellm_remaining_requests_metric',
    type: 'gauge',
    help: 'Requests left of a rate limit, as the provider last reported it.',
    from: native.reportedLimitRemaining,
    where: { kind: ['requests'] },
    labels: { ...REPORTED, ...NO_KEY },
    combine: 'min',
  }),
  remainingTokens: view({
    name: 'litellm_remaining_tokens_metric',
    type: 'gauge',
    help: 'Tokens left of a rate limit, as the provider last reported it.',
    from: native.reportedLimitRemaining,
    where: { kind: ['tokens'] },
    labels: { ...REPORTED, ...NO_KEY },
    combine: 'min',
  }),
  requestLimit: view({
    name: 'litellm_deployment_rpm_limit',
    type: 'gauge',
    help: 'Rate limit of requests, as the provider last reported it.',
    from: native.reportedLimit,
    where: { kind: ['requests'] },
    labels: REPORTED,
    combine: 'min',
  }),
  tokenLimit: view({
    name: 'litellm_deployment_tpm_limit',
    type: 'gauge',
    help: 'Rate limit of tokens, as the provider last reported it.',
    from: native.reportedLimit,
    where: { kind: ['tokens'] },
    labels: REPORTED,
    combine: 'min',
  }),
} as const;
