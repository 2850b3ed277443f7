import type { ChatParameters } from '../chat/chatParameters.js';
import type { GatewayError } from '../errors/gatewayError.js';
import type { UpstreamCall, WholeAnswer } from '../upstream/exchange.js';

/**
 * A provider's own way to chat, where that is not OpenAI's. Everything else in the gateway knows chat completions in
 * OpenAI's shape only: a dialect turns a request into its provider's, and what comes back into that shape again.
 */
export interface ChatDialect {
  /** Content type of its streams; server-sent events if left out. */
  readonly streamType?: string | undefined;
  /** A promise where the call has to be signed first. @throws GatewayError 400 that names the field which this provider cannot honour. */
  request(parameters: ChatParameters, model: string, options: DialectOptions): DialectCall | Promise<DialectCall>;
  /**
   * A whole answer with status 200, as the JSON of a chat completion with its `usage`.
   * @throws GatewayError 502 `invalid_response` for an answer that is none.
   */
  answer(body: Buffer, parameters: ChatParameters): Buffer;
  /** For one stream. */
  stream(parameters: ChatParameters): StreamTranslator;
  /** An answer with an error status, with the provider's own words, type, code and Retry-After. */
  readError(answer: WholeAnswer): GatewayError;
}

export interface DialectOptions {
  /** Whether a field that cannot be honoured is left out (and named in `dropped`) instead of refused. */
  readonly dropUnsupported: boolean;
}

export interface DialectCall extends UpstreamCall {
  /** Names of the request's fields that were left out, e.g. `logit_bias`. */
  readonly dropped: readonly string[];
}

/** Turns a provider's stream, as its bytes arrive, into chat completion chunks as server-sent events. */
export interface StreamTranslator {
  /**
   * The events that are whole with these bytes; empty while there is none. The last ones are a chunk with
   * `finish_reason`, one with `usage` and no choices, and `data: [DONE]`; a stream that broke off has no `[DONE]`.
   * @throws GatewayError for an error that the provider reports in the stream, or for what is no stream of its kind.
   */
  push(bytes: Buffer): Buffer;
  /** Whether the bytes so far end inside an event. */
  readonly unfinished: boolean;
}
