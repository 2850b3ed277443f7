import { GatewayError } from '../errors/gatewayError.js';
import type { Deployment } from '../routing/deployment.js';
import type { DeploymentState } from '../routing/deploymentState.js';
import type { RoutePlan } from '../routing/routePlan.js';
import type { Place, WaitingRoom } from '../routing/waitingRoom.js';
import type { Attempt, TokenUsage } from '../usage/event.js';
import { type AttemptOutcome, type AttemptResult, type StreamHeaders, attempt } from './attempt.js';
import { providerRequestId } from '../upstream/providerRequestId.js';
import type { CacheHit } from './cacheHit.js';
import type { Client } from './client.js';
import type { Departure } from './departure.js';
import type { ParsedRequest } from './request.js';

export interface CallResult {
  readonly outcome: AttemptOutcome;
  /** The deployment that gave the final answer, or was asked last; undefined when none was. */
  readonly deployment: Deployment | undefined;
  readonly attempts: readonly Attempt[];
  readonly tokens: TokenUsage | undefined;
  /** Both on the clock of `performance.now()`. */
  readonly firstCallAt: number | undefined;
  readonly firstTokenAt: number | undefined;
  /** Time in the queue, in milliseconds; undefined when there was no wait. */
  readonly queuedMs: number | undefined;
  /** Fields of the request that the provider cannot honour and that were left out. */
  readonly dropped?: readonly string[] | undefined;
  /** Text of the answer as far as it came, for those who keep it. */
  readonly answer?: (() => string | undefined) | undefined;
  /** Set where it came out of the answer cache, so that nobody was called. */
  readonly hit?: CacheHit | undefined;
}

export interface CallParts {
  readonly plan: RoutePlan;
  readonly waitingRoom: WaitingRoom;
  readonly client: Client;
  readonly departure: Departure;
  readonly streamHeaders: (deployment: Deployment, attempts: number) => StreamHeaders;
  /** Reserves on the provider's budgets; undefined when it has none. Calls are numbered from 1. @throws GatewayError */
  readonly admitCall: (deployment: Deployment, number: number) => Promise<unknown> | undefined;
}

/**
 * Fifth stage: follows the plan until a deployment answers. Until the first event of a stream is there whole, a
 * failure goes unseen by the client; from then on there is no other deployment. A client that leaves ends it at once.
 */
export async function call(
  request: ParsedRequest,
  { plan, waitingRoom, client, departure, streamHeaders, admitCall }: CallParts
): Promise<CallResult> {
  const { model, stream: streaming } = request.parameters;
  const attempts: Attempt[] = [];
  let deployment: Deployment | undefined;
  let firstCallAt: number | undefined;
  let failure: GatewayError | undefined;
  let place: Place | undefined;
  let queuedMs: number | undefined;
  let calls = 0;
  const ended = (outcome: AttemptOutcome, result?: AttemptResult): CallResult => ({
    outcome,
    deployment,
    attempts,
    tokens: result?.tokens,
    firstCallAt,
    firstTokenAt: result?.firstTokenAt,
    queuedMs,
    dropped: result?.dropped,
    answer: result?.answer,
  });

  for (;;) {
    const step = plan.next(failure, Date.now());
    failure = undefined;
    if (departure.gone) {
      return ended({ kind: 'aborted' });
    }
    if (step.kind === 'give_up') {
      return ended({ kind: 'failed', error: step.error, stream: undefined });
    }
    if (step.kind === 'wait') {
      await departure.wait(step.ms);
    } else if (step.kind === 'queue') {
      const queuedAt = performance.now();
      let refused: GatewayError | undefined;
      try {
        place = waitingRoom.enter(() => !plan.mustQueue(Date.now()), place);
        departure.during(place.leave);
        await place.called;
      } catch (thrown) {
        refused = GatewayError.from(thrown);
      }
      // Without a place, the queue was full: there was no wait.
      if (place !== undefined) {
        queuedMs = (queuedMs ?? 0) + performance.now() - queuedAt;
      }
      if (refused !== undefined) {
        return ended({ kind: 'failed', error: refused, stream: undefined });
      }
    } else {
      place = undefined;
      const admitting = admitCall(step.state.deployment, ++calls);
      if (admitting !== undefined) {
        try {
          await admitting;
        } catch (thrown) {
          plan.ruleOut(GatewayError.from(thrown));
          continue;
        }
      }
      const startedAt = performance.now();
      firstCallAt ??= startedAt;
      const asked = step.state.deployment;
      deployment = asked;
      const number = attempts.length + 1;
      const trace = request.trace?.startCall({
        operation: request.operation.name,
        deployment: asked,
        number,
        streaming,
        startedAt,
      });
      const result = await callOnce(
        request,
        step.state,
        client,
        departure,
        streamHeaders(asked, number),
        trace?.headers
      );
      const made = toAttempt(asked, step.model, result, startedAt - request.startedAt, performance.now() - startedAt);
      attempts.push(made);
      trace?.end({ ...result, attempt: made, fallback: step.model !== model });
      const { outcome } = result;
      if (outcome.kind !== 'failed' || outcome.stream !== undefined) {
        return ended(outcome, result);
      }
      failure = outcome.error;
    }
  }
}

/** One call, with what it teaches about the deployment. */
async function callOnce(
  request: ParsedRequest,
  state: DeploymentState,
  client: Client,
  departure: Departure,
  streamHeaders: StreamHeaders,
  traceHeaders: readonly string[] | undefined
): Promise<AttemptResult> {
  const startedAt = performance.now();
  const end = state.begin(Date.now());
  const result = await attempt(request, state.deployment, client, departure, streamHeaders, traceHeaders);
  const { outcome, headers, firstTokenAt } = result;
  const failure = outcome.kind === 'failed' ? outcome.error : outcome.kind === 'aborted' ? 'aborted' : undefined;
  end({ failure, headers, firstTokenMs: (firstTokenAt ?? performance.now()) - startedAt }, Date.now());
  return result;
}

function toAttempt(
  { id, provider }: Deployment,
  model: string,
  { outcome, status, headers }: AttemptResult,
  startMs: number,
  durationMs: number
): Attempt {
  return {
    provider: provider.name,
    deployment: id,
    model,
    status,
    outcome: outcome.kind === 'failed' ? outcome.error.type : outcome.kind === 'aborted' ? 'aborted' : 'success',
    startMs,
    durationMs,
    providerRequestId: headers && providerRequestId(headers),
  };
}
