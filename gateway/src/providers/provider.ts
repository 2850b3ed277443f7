import type { GatewayError } from '../errors/gatewayError.js';
import type { ChatParameters } from '../chat/chatParameters.js';
import type { TokenUsage } from '../usage/event.js';
import type { UpstreamCall, WholeAnswer } from '../upstream/exchange.js';
import type { Upstream } from '../upstream/upstream.js';

/** How the gateway speaks to one provider: requests out, answers, streams and errors in. */
export interface Provider {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  /** A call that costs nothing and tells whether the provider is up; undefined where there is none. */
  readonly healthCall: { readonly path: string; readonly headers: string[] } | undefined;
  /** A chat completion as this provider wants it. */
  chatCall(parameters: ChatParameters, body: Buffer, model: string): UpstreamCall;
  /** Tokens of a whole answer; undefined when the provider does not say. @throws GatewayError for an answer that is none. */
  readUsage(body: Buffer): TokenUsage | undefined;
  /** An answer with an error status, as the client is told of it. */
  readError(answer: WholeAnswer): GatewayError;
}
