import type { SimulatedErrorConfig } from '../config/schema.js';

/** A failure as it is to be told. */
export type Failure = Omit<SimulatedErrorConfig, 'share'>;

export interface FailureAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: object };
}

/** A failure in OpenAI's shape. */
export function failureAnswer(failure: Failure): FailureAnswer {
  const { status, message = `The simulated provider failed with ${status}, as it was told to.` } = failure;
  const code = failure.code ?? (status === 429 ? 'rate_limit_exceeded' : null);
  const param = code === 'context_length_exceeded' ? 'messages' : null;
  return {
    status,
    headers: retryAfter(failure.retry_after_seconds ?? (status === 429 ? 1 : undefined)),
    body: { error: { message, type: errorType(status, code), param, code } },
  };
}

/** Whole seconds, as HTTP has them; beside them milliseconds, as OpenAI sends them, where seconds are too coarse. */
function retryAfter(seconds: number | undefined): Record<string, string> {
  if (seconds === undefined) {
    return {};
  }
  const whole = { 'retry-after': String(Math.ceil(seconds)) };
  return Number.isInteger(seconds) ? whole : { ...whole, 'retry-after-ms': String(Math.ceil(seconds * 1000)) };
}

function errorType(status: number, code: string | null): string {
  if (code === 'insufficient_quota') {
    return code;
  }
  return status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'server_error';
}
