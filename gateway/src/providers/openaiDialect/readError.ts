import { type ErrorType, GatewayError } from '../../errors/gatewayError.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { retryAfterSeconds } from '../../upstream/retryAfter.js';

/** An error answer of a provider that speaks OpenAI's dialect. */
export function readError(provider: string, { status, headers, body }: WholeAnswer): GatewayError {
  const told = parseError(body);
  const message = told.message ?? `The provider ${provider} answered with status ${status}.`;
  const retryAfter = retryAfterSeconds(headers);
  if (status === 401 || status === 402 || status === 403) {
    // The client's key is fine, the gateway's own is not: a 401 would send the client looking in the wrong place.
    return new GatewayError(`The provider ${provider} refused the gateway's credential (status ${status}).`, {
      status: 502,
      type: 'provider_authentication_error',
      code: 'provider_credential_refused',
    });
  }
  return new GatewayError(message, {
    status: status < 400 ? 502 : status,
    type: errorType(status, told.code),
    code: told.code,
    param: told.param,
    retryAfterSeconds: retryAfter,
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

interface ToldError {
  readonly message: string | undefined;
  readonly code: string | undefined;
  readonly param: string | undefined;
}

function parseError(body: Buffer): ToldError {
  try {
    const parsed = JSON.parse(body.toString('utf8')) as { error?: unknown } | null;
    const error = (typeof parsed?.error === 'object' ? parsed.error : { message: parsed?.error }) as Record<
      string,
      unknown
    >;
    return { message: text(error?.['message']), code: text(error?.['code']), param: text(error?.['param']) };
  } catch {
    // An HTML page of a proxy in between, or nothing: the status has to do.
    return { message: undefined, code: undefined, param: undefined };
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
