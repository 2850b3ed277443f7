import type { Deployment } from '../routing/deployment.js';
import { estimateUsage, streamedText, wholeText } from '../usage/estimate.js';
import type { TokenUsage } from '../usage/event.js';
import type { Exchange, WholeAnswer } from '../upstream/exchange.js';
import type { ClientStream } from './client.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { ChatRequest } from './request.js';
import type { StreamRelay } from './streamRelay.js';

/** What one call to a provider came to; what is still to be sent is sent after the request has been settled. */
export type AttemptOutcome =
  | { readonly kind: 'whole'; readonly body: Buffer }
  | { readonly kind: 'stream'; readonly stream: ClientStream; readonly last: Buffer }
  /** `stream` is there when the client already has the beginning of an answer. */
  | { readonly kind: 'failed'; readonly error: GatewayError; readonly stream: ClientStream | undefined }
  | { readonly kind: 'aborted' };

export interface AttemptResult {
  readonly outcome: AttemptOutcome;
  /** HTTP status of the provider's answer, where there was one. */
  readonly status: number | undefined;
  readonly tokens: TokenUsage | undefined;
}

/** Sends a request to one deployment and waits for its answer to end. Never throws. */
export async function attempt(
  request: ChatRequest,
  { provider, model }: Deployment,
  exchange: Exchange,
  relay: StreamRelay | undefined
): Promise<AttemptResult> {
  let status: number | undefined;
  try {
    const call = provider.chatCall(request.parameters, request.body, model);
    provider.upstream.pool.dispatch({ method: 'POST', ...call }, exchange);
    const answer = await exchange.answer;
    status = answer.status;
    if (answer.kind === 'streamed') {
      return { ...streamEnd(request, provider.name, relay, answer.unfinished), status };
    }
    if (status !== 200) {
      throw provider.readError(answer);
    }
    if (relay !== undefined) {
      throw invalidResponse(`The provider ${provider.name} answered a streaming request with something else.`);
    }
    return { outcome: { kind: 'whole', body: answer.body }, status, tokens: wholeTokens(request, answer, provider) };
  } catch (thrown) {
    const error = GatewayError.from(thrown);
    return { outcome: { kind: 'failed', error, stream: relay?.stream }, status, tokens: streamTokens(request, relay) };
  }
}

function streamEnd(
  request: ChatRequest,
  provider: string,
  relay: StreamRelay | undefined,
  unfinished: boolean
): Omit<AttemptResult, 'status'> {
  if (relay?.stream === undefined) {
    throw invalidResponse(`The provider ${provider} ended the stream without sending anything.`);
  }
  const last = relay.end(unfinished);
  return { outcome: { kind: 'stream', stream: relay.stream, last }, tokens: streamTokens(request, relay) };
}

/** What the provider says it counted; where it says nothing, what went over the wire is counted. */
function wholeTokens(request: ChatRequest, { body }: WholeAnswer, provider: Deployment['provider']): TokenUsage {
  return provider.readUsage(body) ?? estimateUsage(request.parameters.body, wholeText(body.toString('utf8')));
}

function streamTokens(request: ChatRequest, relay: StreamRelay | undefined): TokenUsage | undefined {
  return relay?.stream === undefined
    ? undefined
    : (relay.usage ?? estimateUsage(request.parameters.body, streamedText(relay.text())));
}

function invalidResponse(message: string): GatewayError {
  return new GatewayError(message, { status: 502, type: 'invalid_response', code: 'upstream_answer_invalid' });
}
