import type { GatewayError } from '../errors/gatewayError.js';

/** A JSON object of which not every field is known. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * A way in which clients chat, where that is not OpenAI's chat completions: the mirror image of a provider's
 * `ChatDialect`. What a client asks becomes a chat completion request, and what comes back becomes its own again.
 */
export interface ChatSurface {
  /**
   * The body of a chat completion request. One that streams asks for its usage
   * (`stream_options: {include_usage: true}`).
   * @throws GatewayError 400 that names the field, in the client's own words, which cannot be expressed.
   */
  parse(body: Fields): Record<string, unknown>;
  /** A whole chat completion, as the client that sent `body` expects it. */
  answer(completion: Fields, body: Fields): object;
  /** For one stream. */
  stream(body: Fields): SurfaceStream;
  /** The body of an answer with an error status. */
  error(error: GatewayError): object;
}

/** Turns chat completion chunks, as they come, into the events that the client expects. */
export interface SurfaceStream {
  /**
   * Takes one or more whole server-sent events in OpenAI's shape; the last one of a stream is `data: [DONE]`, and what
   * it is turned into ends the client's stream. Empty where the client is to see nothing of them.
   */
  push(events: Buffer): Buffer;
  /** What ends a stream that failed after it had begun. */
  fail(error: GatewayError): Buffer;
}
