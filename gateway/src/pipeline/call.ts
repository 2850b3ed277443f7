import type { Deployment } from '../routing/deployment.js';
import type { Attempt, TokenUsage } from '../usage/event.js';
import { Exchange } from '../upstream/exchange.js';
import { type AttemptOutcome, attempt } from './attempt.js';
import type { AnswerHeaders, Client } from './client.js';
import { type ErrorType, GatewayError } from '../errors/gatewayError.js';
import type { ChatRequest } from './request.js';
import { StreamRelay } from './streamRelay.js';

export interface CallResult {
  readonly outcome: AttemptOutcome;
  /** The deployment that gave the final answer, or was asked last. */
  readonly deployment: Deployment;
  readonly attempts: readonly Attempt[];
  readonly tokens: TokenUsage | undefined;
  /** Both on the clock of `performance.now()`. */
  readonly firstCallAt: number;
  readonly firstTokenAt: number | undefined;
}

/** Headers of a stream, which are sent before the request is settled. */
export type StreamHeaders = (deployment: Deployment, attempts: number) => AnswerHeaders;

/** Failures that are the request's own: it would fail everywhere. */
const FINAL: ReadonlySet<ErrorType> = new Set<ErrorType>(['invalid_request_error', 'internal_error']);

/**
 * Fifth stage: asks one deployment after the other until one answers. Until the first event of a stream is there
 * whole, a failure goes unseen by the client; from then on there is no other deployment.
 */
export async function call(
  request: ChatRequest,
  candidates: readonly Deployment[],
  client: Client,
  streamHeaders: StreamHeaders
): Promise<CallResult> {
  const firstCallAt = performance.now();
  const attempts: Attempt[] = [];
  let current: Exchange | undefined;
  let left = false;
  client.onLeave(() => {
    left = true;
    current?.cancel(clientLeft());
  });

  for (let index = 0; ; index++) {
    const deployment = candidates[index] as Deployment;
    const attemptAt = performance.now();
    const relay = request.parameters.stream
      ? new StreamRelay({
          provider: deployment.provider.name,
          forwardUsage: request.parameters.includeUsage,
          open: () => client.startStream(streamHeaders(deployment, index + 1)),
        })
      : undefined;
    current = new Exchange(deployment.provider.name, relay);
    const result = await attempt(request, deployment, current, relay);
    const outcome: AttemptOutcome = left && result.outcome.kind === 'failed' ? { kind: 'aborted' } : result.outcome;
    attempts.push({
      provider: deployment.provider.name,
      deployment: deployment.id,
      status: result.status,
      outcome: outcome.kind === 'failed' ? outcome.error.type : outcome.kind === 'aborted' ? 'aborted' : 'success',
      durationMs: performance.now() - attemptAt,
    });
    if (index === candidates.length - 1 || !canTryAnother(outcome)) {
      const firstTokenAt = relay?.firstEventAt;
      return { outcome, deployment, attempts, tokens: result.tokens, firstCallAt, firstTokenAt };
    }
  }
}

function canTryAnother(outcome: AttemptOutcome): boolean {
  return outcome.kind === 'failed' && outcome.stream === undefined && !FINAL.has(outcome.error.type);
}

function clientLeft(): GatewayError {
  return new GatewayError('The client closed the connection.', { status: 499, type: 'connection_error' });
}
