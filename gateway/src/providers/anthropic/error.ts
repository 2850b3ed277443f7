import { type Fields, isObject } from '../../chat/completion/fields.js';
import { type ErrorType, GatewayError } from '../../errors/gatewayError.js';
import type { WholeAnswer } from '../../upstream/exchange.js';
import { retryAfterSeconds } from '../../upstream/retryAfter.js';

/** Status of Anthropic's types of error, for those that come in a stream. */
const STATUSES: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

const TOO_LONG = /prompt is too long|exceeds? (?:the )?(?:maximum )?context|context (?:window|limit)/i;
const NO_CREDIT = /credit balance is too low/i;

/** An answer with an error status. */
export function readError(provider: string, { status, headers, body }: WholeAnswer): GatewayError {
  return toError(provider, status < 400 ? 502 : status, told(body), retryAfterSeconds(headers));
}

/** The data of an `error` event in a stream. */
export function readStreamError(provider: string, event: Fields): GatewayError {
  const error = isObject(event['error']) ? event['error'] : {};
  const status = STATUSES[String(error['type'])] ?? 502;
  return toError(provider, status, error, undefined);
}

function toError(provider: string, status: number, error: Fields, retryAfter: number | undefined): GatewayError {
  const message = typeof error['message'] === 'string' && error['message'] !== '' ? error['message'] : undefined;
  const code = typeof error['type'] === 'string' ? error['type'] : undefined;
  if (NO_CREDIT.test(message ?? '') || status === 402) {
    return new GatewayError(`The provider ${provider} says that the gateway's account has no credit left.`, {
      status: 502,
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    });
  }
  if (status === 401 || status === 403) {
    return new GatewayError(`The provider ${provider} refused the gateway's credential (status ${status}).`, {
      status: 502,
      type: 'provider_authentication_error',
      code: 'provider_credential_refused',
    });
  }
  const tooLong = status < 500 && TOO_LONG.test(message ?? '');
  return new GatewayError(message ?? `The provider ${provider} answered with status ${status}.`, {
    // 529 is Anthropic's own; clients of other APIs know 503.
    status: status === 529 ? 503 : status,
    type: tooLong ? 'context_window_exceeded' : errorType(status),
    code: tooLong ? 'context_length_exceeded' : code,
    retryAfterSeconds: retryAfter,
  });
}

function errorType(status: number): ErrorType {
  switch (status) {
    case 404:
      return 'not_found_error';
    case 408:
    case 504:
      return 'timeout';
    case 429:
      return 'rate_limit_error';
    default:
      return status < 500 ? 'invalid_request_error' : 'upstream_error';
  }
}

function told(body: Buffer): Fields {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return isObject(answer) && isObject(answer['error']) ? answer['error'] : {};
  } catch {
    // An HTML page of a proxy in between, or nothing: the status has to do.
    return {};
  }
}
