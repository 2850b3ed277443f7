import type { ChatSurface } from '../chat/chatSurface.js';
import type { GatewayError } from '../errors/gatewayError.js';
import type { TokenUsage } from '../usage/event.js';
import type { ExpectedUsage } from '../usage/expectedUsage.js';
import type { OperationName } from './name.js';
import type { RequestParameters } from './parameters.js';

/** One thing that clients can ask for: how its requests are read, and what is read of its answers. */
export interface Operation {
  readonly name: OperationName;
  /** Where clients ask for it, e.g. `/v1/embeddings`. */
  readonly route: string;
  /**
   * Reads and checks a request's body: JSON, or the fields of a form as JSON.
   * @throws GatewayError 400 that names the field.
   */
  parse(body: Buffer): RequestParameters;
  /** How the answer comes in pieces; undefined where it comes whole. */
  pieces(parameters: RequestParameters): Pieces | undefined;
  /** Whether a whole answer is JSON. */
  answersJson(parameters: RequestParameters): boolean;
  /** What a whole answer says was used; undefined where it says nothing. */
  readUsage(answer: unknown, parameters: RequestParameters): TokenUsage | undefined;
  /**
   * What was used as far as we can tell, where the provider does not say; undefined where that has no price.
   * @param answer what came, as text: the whole answer, or the events of a stream
   */
  estimate(parameters: RequestParameters, answer: string, streamed: boolean): TokenUsage | undefined;
  /** What a request may use. @param assumedOutput output of a request that does not bound it, in tokens */
  expect(parameters: RequestParameters, bodyBytes: number, assumedOutput: number): ExpectedUsage;
  /** The body of an answer with an error status. */
  error(error: GatewayError): string;
  /** The event that ends a stream of events which failed; where there are none, the connection is closed. */
  streamError(error: GatewayError): string;
  /** Where answers may come from the answer cache, and be kept for it. */
  readonly cache?: CachedAnswers | undefined;
  /** Answers without a provider, where none has it. @throws GatewayError 400 */
  readonly local?: ((parameters: RequestParameters) => object) | undefined;
  /** Turns it into a chat completion and back, for providers that do not have it but chat. */
  readonly surface?: ChatSurface | undefined;
}

export interface CachedAnswers {
  /** Whether a whole answer is one to give again. */
  isGood(answer: unknown, request: Readonly<Record<string, unknown>>): boolean;
  /** Whether streams of chunks are cached too. */
  readonly streams: boolean;
}

export type Pieces =
  /** Chunks in OpenAI's shape as server-sent events, up to `[DONE]`. */
  | { readonly kind: 'chunks' }
  /** Server-sent events that say their type. */
  | { readonly kind: 'events'; readonly events: TypedEvents }
  /** Bytes of any kind, up to their end. */
  | { readonly kind: 'bytes' };

/** What is read of a stream whose events say their `type`. */
export interface TypedEvents {
  /** Types of which the first ends the answer. */
  readonly ends: readonly string[];
  /** Whether there may be several of those, up to the end of the connection. */
  readonly mayFollow?: boolean | undefined;
  /** Types that tell of a failure, in `error` or in `response.error`. */
  readonly failures: readonly string[];
  /** Of any event, with what those before said. */
  readUsage(event: unknown, before: TokenUsage | undefined): TokenUsage | undefined;
}
