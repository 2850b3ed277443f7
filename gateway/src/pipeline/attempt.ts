import type { IncomingHttpHeaders } from 'node:http';

import { GatewayError } from '../errors/gatewayError.js';
import type { Provider } from '../providers/provider.js';
import type { Deployment } from '../routing/deployment.js';
import { findModel } from '../providers/openaiDialect/readModel.js';
import type { TokenUsage } from '../usage/event.js';
import { Exchange, type StreamedAnswer, type WholeAnswer } from '../upstream/exchange.js';
import type { AnswerStream } from './answerStream.js';
import type { AnswerHeaders, Client } from './client.js';
import type { Departure } from './departure.js';
import { openRelay } from './openRelay.js';
import type { Relay } from './relay.js';
import type { ParsedRequest } from './request.js';
import { startTimers } from './timers.js';
import { type Way, wayTo } from './way.js';
import { readWhole } from './wholeAnswer.js';

/** What one call to a provider came to; what is still to be sent is sent after the request has been settled. */
export type AttemptOutcome =
  | { readonly kind: 'whole'; readonly body: Buffer; readonly contentType?: string | undefined }
  | { readonly kind: 'stream'; readonly stream: AnswerStream; readonly last: Buffer | undefined }
  /** `stream` is there when the client already has the beginning of an answer. */
  | { readonly kind: 'failed'; readonly error: GatewayError; readonly stream: AnswerStream | undefined }
  | { readonly kind: 'aborted' };

export interface AttemptResult {
  readonly outcome: AttemptOutcome;
  /** HTTP status and headers of the provider's answer, where there was one. */
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders | undefined;
  readonly tokens: TokenUsage | undefined;
  /** `performance.now()` at the first whole event of a stream. */
  readonly firstTokenAt: number | undefined;
  /** Fields of the request that the provider cannot honour and that were left out. */
  readonly dropped: readonly string[] | undefined;
  /** Text of the answer as far as it came. */
  readonly answer: () => string | undefined;
  /** What the answer calls the model that gave it. */
  readonly answeredModel: () => string | undefined;
}

/** Headers of a stream, which are sent before the request is settled. */
export type StreamHeaders = (dropped: readonly string[] | undefined) => AnswerHeaders;

/** Asks one deployment and waits for its answer to end, or for the client to leave. Never throws. */
export async function attempt(
  request: ParsedRequest,
  { provider, model }: Deployment,
  client: Client,
  departure: Departure,
  streamHeaders: StreamHeaders,
  traceHeaders?: readonly string[]
): Promise<AttemptResult> {
  let way: Way | undefined;
  let relay: Relay | undefined;
  let timers: ReturnType<typeof startTimers> | undefined;
  let answer: WholeAnswer | StreamedAnswer | undefined;
  let dropped: readonly string[] | undefined;
  let outcome: AttemptOutcome;
  let tokens: TokenUsage | undefined;
  try {
    way = wayTo(request, provider);
    const calling = way.service.call(way.request, model);
    const call = calling instanceof Promise ? await calling : calling;
    if (departure.gone) {
      throw clientLeft();
    }
    dropped = call.dropped;
    relay = openRelay(way, request, provider.name, client, () => streamHeaders(dropped));
    const exchange = new Exchange(provider.name, relay);
    timers = startTimers(exchange, provider, relay);
    departure.during(() => exchange.cancel(clientLeft()));
    const headers = traceHeaders === undefined ? call.headers : [...call.headers, ...traceHeaders];
    provider.upstream.pool.dispatch({ method: 'POST', path: call.path, body: call.body, headers }, exchange);
    answer = await exchange.answer;
    if (relay === undefined) {
      const whole = readWhole(answer, way, request, provider);
      ({ tokens } = whole);
      outcome = { kind: 'whole', body: whole.body, contentType: whole.contentType };
    } else {
      outcome = streamOutcome(answer, provider, relay);
      tokens = streamTokens(way, relay);
    }
  } catch (thrown) {
    const error = GatewayError.from(thrown);
    outcome = departure.gone ? { kind: 'aborted' } : { kind: 'failed', error, stream: relay?.stream };
    tokens = way && streamTokens(way, relay);
  }
  timers?.stop();
  return {
    outcome,
    status: answer?.status,
    headers: answer?.headers,
    tokens,
    firstTokenAt: relay?.firstEventAt,
    dropped,
    answer: () =>
      relay === undefined ? (outcome.kind === 'whole' ? outcome.body.toString('utf8') : undefined) : relay.text(),
    answeredModel() {
      const bytes = relay === undefined ? answer?.kind === 'whole' && answer.body : relay.firstEvents;
      return bytes ? findModel(bytes) : undefined;
    },
  };
}

function streamOutcome(answer: WholeAnswer | StreamedAnswer, provider: Provider, relay: Relay): AttemptOutcome {
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
function streamTokens({ operation, request }: Way, relay: Relay | undefined): TokenUsage | undefined {
  return relay?.stream === undefined
    ? undefined
    : (relay.usage ?? operation.estimate(request.parameters, relay.text(), true));
}

function invalidResponse(message: string): GatewayError {
  return new GatewayError(message, { status: 502, type: 'invalid_response', code: 'upstream_answer_invalid' });
}

function clientLeft(): GatewayError {
  return new GatewayError('The client closed the connection.', { status: 499, type: 'connection_error' });
}
