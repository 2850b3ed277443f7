import { NONE } from './labels.js';

/** LiteLLM's exception for each cause of an error, as `exception_class` has it. */
export const EXCEPTION_CLASSES = {
  none: NONE,
  authentication_error: 'AuthenticationError',
  budget_exceeded: 'BudgetExceededError',
  certificate_error: 'APIConnectionError',
  connection_error: 'APIConnectionError',
  content_policy_violation: 'ContentPolicyViolationError',
  context_window_exceeded: 'ContextWindowExceededError',
  // OpenAI answers 429 here too.
  insufficient_quota: 'RateLimitError',
  internal_error: 'InternalServerError',
  invalid_request_error: 'BadRequestError',
  invalid_response: 'APIResponseValidationError',
  not_found_error: 'NotFoundError',
  overloaded: 'ServiceUnavailableError',
  permission_error: 'PermissionDeniedError',
  provider_authentication_error: 'AuthenticationError',
  rate_limit_error: 'RateLimitError',
  stream_interrupted: 'APIConnectionError',
  timeout: 'Timeout',
  upstream_error: 'InternalServerError',
} as const;
