/** Cause of a failed request; the `error_type` of metrics and ledger. */
export type ErrorType =
  | 'authentication_error'
  | 'budget_exceeded'
  | 'certificate_error'
  | 'connection_error'
  | 'content_policy_violation'
  | 'context_window_exceeded'
  | 'insufficient_quota'
  | 'internal_error'
  | 'invalid_request_error'
  | 'invalid_response'
  | 'not_found_error'
  | 'overloaded'
  | 'permission_error'
  | 'provider_authentication_error'
  | 'rate_limit_error'
  | 'stream_interrupted'
  | 'timeout'
  | 'upstream_error';

export interface GatewayErrorOptions {
  readonly status: number;
  readonly type: ErrorType;
  /** Machine-readable code as OpenAI has them, e.g. `model_not_found`. */
  readonly code?: string | undefined;
  /** Field of the request that is at fault. */
  readonly param?: string | undefined;
  /** Seconds until a retry makes sense; sent as Retry-After. */
  readonly retryAfterSeconds?: number | undefined;
  /** Further headers of the answer, lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** A failure that the client is told of, with a message that says what to do. */
export class GatewayError extends Error {
  readonly status: number;
  readonly type: ErrorType;
  readonly code: string | undefined;
  readonly param: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(message: string, options: GatewayErrorOptions) {
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.status = options.status;
    this.type = options.type;
    this.code = options.code;
    this.param = options.param;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.headers = options.headers;
  }

  /** Any thrown value as a GatewayError; what is not one is a fault of ours and says nothing of its inside. */
  static from(thrown: unknown): GatewayError {
    return thrown instanceof GatewayError
      ? thrown
      : new GatewayError('The gateway failed to handle this request. Its log has the cause under the request id.', {
          status: 500,
          type: 'internal_error',
          cause: thrown,
        });
  }
}
