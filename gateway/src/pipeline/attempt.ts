import type { IncomingHttpHeaders } from 'node:http';

import { GatewayError } from '../errors/gatewayError.js';
import type { Provider } from '../providers/provider.js';
import type { Deployment } from '../routing/deployment.js';
import { findModel } from '../providers/openaiDialect/readModel.js';
import { estimateUsage, streamedText, wholeText } from '../usage/estimate.js';
import type { TokenUsage } from '../usage/event.js';
import { Exchange, type StreamedAnswer, type WholeAnswer } from '../upstream/exchange.js';
import type { AnswerHeaders, Client, ClientStream } from './client.js';
import type { Departure } from './departure.js';
import type { ChatRequest } from './request.js';
import { StreamRelay } from './streamRelay.js';

/** What one call to a provider came to; what is still to be sent is sent after the request has been settled. */
export type AttemptOutcome =
  | { readonly kind: 'whole'; readonly body: Buffer }
  | { readonly kind: 'stream'; readonly stream: ClientStream; readonly last: Buffer }
  /** `stream` is there when the client already has the beginning of an answer. */
  | { readonly kind: 'failed'; readonly error: GatewayError; readonly stream: ClientStream | undefined }
  | { readonly kind: 'aborted' };

export interface AttemptResult {
  readonly outcome: AttemptOutcome;
  /** HTTP status and headers of the provider's answer, where there was one. */
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders | undefined;
  readonly tokens: TokenUsage | undefined;
  /** `performance.now()` at the first whole event of a stream. */
  readonly firstTokenAt: number | undefined;
  /** Text of the answer as far as it came. */
  readonly answer: () => string | undefined;
  /** What the answer calls the model that gave it. */
  readonly answeredModel: () => string | undefined;
}

/** Asks one deployment and waits for its answer to end, or for the client to leave. Never throws. */
export async function attempt(
  request: ChatRequest,
  { provider, model }: Deployment,
  client: Client,
  departure: Departure,
  streamHeaders: () => AnswerHeaders,
  traceHeaders?: readonly string[]
): Promise<AttemptResult> {
  const relay = request.parameters.stream ? relayTo(client, provider.name, request, streamHeaders) : undefined;
  const exchange = new Exchange(provider.name, relay);
  const timers = startTimers(exchange, provider, relay);
  departure.during(() => exchange.cancel(clientLeft()));
  let answer: WholeAnswer | StreamedAnswer | undefined;
  let outcome: AttemptOutcome;
  let tokens: TokenUsage | undefined;
  try {
    const call = provider.chatCall(request.parameters, request.body, model);
    const headers = traceHeaders === undefined ? call.headers : [...call.headers, ...traceHeaders];
    provider.upstream.pool.dispatch({ method: 'POST', ...call, headers }, exchange);
    answer = await exchange.answer;
    outcome = relay === undefined ? wholeOutcome(answer, provider) : streamOutcome(answer, provider, relay);
    tokens = outcome.kind === 'whole' ? wholeTokens(request, outcome.body, provider) : streamTokens(request, relay);
  } catch (thrown) {
    const error = GatewayError.from(thrown);
    outcome = departure.gone ? { kind: 'aborted' } : { kind: 'failed', error, stream: relay?.stream };
    tokens = streamTokens(request, relay);
  }
  timers.stop();
  return {
    outcome,
    status: answer?.status,
    headers: answer?.headers,
    tokens,
    firstTokenAt: relay?.firstEventAt,
    answer: () =>
      relay === undefined ? (answer?.kind === 'whole' ? answer.body.toString('utf8') : undefined) : relay.text(),
    answeredModel() {
      const bytes = relay === undefined ? answer?.kind === 'whole' && answer.body : relay.firstEvents;
      return bytes ? findModel(bytes) : undefined;
    },
  };
}

function relayTo(client: Client, provider: string, { parameters }: ChatRequest, streamHeaders: () => AnswerHeaders) {
  return new StreamRelay({
    provider,
    forwardUsage: parameters.includeUsage,
    open: () => client.startStream(streamHeaders()),
  });
}

/** Ends the call when its first token, or all of it, takes too long. Undici's own timers are half a second coarse. */
function startTimers(exchange: Exchange, { name, upstream }: Provider, relay: StreamRelay | undefined) {
  const { first_token_ms: firstTokenMs, total_ms: totalMs } = upstream.timeouts;
  const total = setTimeout(
    () => exchange.cancel(timeout(`The provider ${name} did not finish its answer in time (timeouts.total_ms).`)),
    totalMs
  );
  const first =
    relay &&
    setTimeout(() => {
      if (relay.stream === undefined) {
        exchange.cancel(timeout(`The provider ${name} did not begin its answer in time (timeouts.first_token_ms).`));
      }
    }, firstTokenMs);
  return {
    stop() {
      clearTimeout(total);
      clearTimeout(first);
    },
  };
}

function wholeOutcome(answer: WholeAnswer | StreamedAnswer, provider: Provider): AttemptOutcome {
  if (answer.kind === 'streamed') {
    throw invalidResponse(`The provider ${provider.name} answered with a stream that nobody asked for.`);
  }
  if (answer.status !== 200) {
    throw provider.readError(answer);
  }
  return { kind: 'whole', body: answer.body };
}

function streamOutcome(answer: WholeAnswer | StreamedAnswer, provider: Provider, relay: StreamRelay): AttemptOutcome {
  if (answer.kind === 'whole') {
    throw answer.status === 200
      ? invalidResponse(`The provider ${provider.name} answered a streaming request with something else.`)
      : provider.readError(answer);
  }
  if (relay.stream === undefined) {
    throw invalidResponse(`The provider ${provider.name} ended the stream without sending anything.`);
  }
  return { kind: 'stream', stream: relay.stream, last: relay.end(answer.unfinished) };
}

/** What the provider says it counted; where it says nothing, what went over the wire is counted. */
function wholeTokens(request: ChatRequest, body: Buffer, provider: Provider): TokenUsage {
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

function timeout(message: string): GatewayError {
  return new GatewayError(message, { status: 504, type: 'timeout', code: 'upstream_timeout' });
}

function clientLeft(): GatewayError {
  return new GatewayError('The client closed the connection.', { status: 499, type: 'connection_error' });
}
