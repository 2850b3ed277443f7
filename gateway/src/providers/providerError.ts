import { type ErrorType, GatewayError } from '../errors/gatewayError.js';
import type { WholeAnswer } from '../upstream/exchange.js';
import { retryAfterSeconds } from '../upstream/retryAfter.js';

/** What a provider says of an error, as far as it says anything. */
export interface ToldError {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly param?: string | undefined;
  /** What is meant, where the status does not tell. */
  readonly type?: ErrorType | undefined;
  /** Where it is not in the headers. */
  readonly retryAfterSeconds?: number | undefined;
}

/** An answer with an error status, as the client is told of it. */
export function providerError(provider: string, { status, headers }: WholeAnswer, told: ToldError): GatewayError {
  if (status === 401 || status === 402 || status === 403 || told.type === 'provider_authentication_error') {
    // The client's key is fine, the gateway's own is not: a 401 would send the client looking in the wrong place.
    return new GatewayError(`The provider ${provider} refused the gateway's credential (status ${status}).`, {
      status: 502,
      type: 'provider_authentication_error',
      code: 'provider_credential_refused',
    });
  }
  return new GatewayError(told.message ?? `The provider ${provider} answered with status ${status}.`, {
    status: status < 400 ? 502 : status,
    type: told.type ?? errorType(status, told.code),
    code: told.code,
    param: told.param,
    retryAfterSeconds: retryAfterSeconds(headers) ?? told.retryAfterSeconds,
  });
}

function errorType(status: number, code: string | undefined): ErrorType {
  if (code === 'insufficient_quota') {
    return 'insufficient_quota';
  }
  if (code === 'context_length_exceeded') {
    return 'context_window_exceeded';
  }
  if (code === 'content_filter' || code === 'content_policy_violation') {
    return 'content_policy_violation';
  }
  if (status === 429) {
    return 'rate_limit_error';
  }
  if (status === 408 || status === 504) {
    return 'timeout';
  }
  if (status === 404) {
    return 'not_found_error';
  }
  return status >= 400 && status < 500 ? 'invalid_request_error' : status < 400 ? 'invalid_response' : 'upstream_error';
}
