import type { ErrorType } from '../errors/gatewayError.js';

/** Failures of the deployment itself; they count towards its circuit breaker. */
const ITS_FAULT: ReadonlySet<ErrorType> = new Set<ErrorType>([
  'certificate_error',
  'connection_error',
  'invalid_response',
  'stream_interrupted',
  'timeout',
  'upstream_error',
]);

/** Failures that are the request's own: it would fail everywhere in the same way. */
const THE_REQUESTS_FAULT: ReadonlySet<ErrorType> = new Set<ErrorType>(['invalid_request_error', 'internal_error']);

/**
 * What an outcome says of a deployment: true that it works, false that it fails, undefined nothing. Being limited or
 * out of quota is not being broken.
 */
export function saysOfDeployment(failure: ErrorType | undefined): boolean | undefined {
  if (failure === undefined) {
    return true;
  }
  return ITS_FAULT.has(failure) ? false : undefined;
}

export function isFinal(failure: ErrorType): boolean {
  return THE_REQUESTS_FAULT.has(failure);
}

/** Which of a model's fallback chains a failure leads to; the same model would fail in the same way on the first two. */
export function fallbackKind(failure: ErrorType): 'contextWindow' | 'contentPolicy' | 'error' {
  switch (failure) {
    case 'context_window_exceeded':
      return 'contextWindow';
    case 'content_policy_violation':
      return 'contentPolicy';
    default:
      return 'error';
  }
}
