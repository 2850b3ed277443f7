import type { CacheState, Content, RequestStatus, UsageEvent } from '../usage/event.js';
import type { CallResult } from './call.js';
import type { ErrorType, GatewayError } from '../errors/gatewayError.js';
import type { RequestParameters } from '../operations/parameters.js';
import { cachedAnswerCost } from '../pricing/cachedAnswerCost.js';
import type { Attribution, ClientRequest } from './request.js';

/** HTTP status logged for a client that left, as nginx has it. */
const CLIENT_CLOSED_REQUEST = 499;

export interface Settlement {
  readonly request: ClientRequest;
  /** Undefined when the body was never understood. */
  readonly parameters: RequestParameters | undefined;
  readonly attribution: Attribution;
  readonly cache: CacheState;
  /** Whether the model asked for is configured; only then is its name a label. */
  readonly modelKnown: boolean;
  /** Undefined when the request failed before it got to a provider. */
  readonly call: CallResult | undefined;
  readonly error: GatewayError | undefined;
  /** Keeps prompt and answer, where the configuration asks for it. */
  readonly keep?: ((request: Buffer, answer: string | undefined, failed: boolean) => Content | undefined) | undefined;
}

/** Last stage: the one account of what happened. */
export function settle(settlement: Settlement): UsageEvent {
  const { request, parameters, attribution, modelKnown, cache, call, error, keep } = settlement;
  const status: RequestStatus =
    call?.outcome.kind === 'aborted' ? 'aborted' : error === undefined ? 'success' : 'error';
  const tokens = call?.tokens;
  const cost = tokens === undefined ? undefined : call?.deployment?.price(tokens, request.receivedAt);
  const hit = call?.hit;
  const paid =
    hit === undefined
      ? { cost, unpriced: tokens !== undefined && cost === undefined }
      : cachedAnswerCost(hit.deployment.price(hit.answer.tokens, request.receivedAt));
  return {
    id: request.id,
    operation: request.operation.name,
    time: request.receivedAt,
    traceId: request.traceId,
    key: request.principal.key,
    team: request.principal.team,
    user: attribution.user,
    tags: attribution.tags,
    model: modelKnown && parameters !== undefined ? parameters.model : 'unknown',
    provider: call?.deployment?.provider.name,
    deployment: call?.deployment?.id,
    servedModel: (call?.deployment ?? hit?.deployment)?.model,
    streaming: parameters?.stream ?? false,
    cache,
    status,
    code: sentStatus(status, call, error),
    errorType: error?.type satisfies ErrorType | undefined,
    tokens,
    ...paid,
    savedTokens: hit?.answer.tokens,
    durationMs: performance.now() - request.startedAt,
    firstTokenMs: since(request, call?.firstTokenAt),
    overheadMs: since(request, call?.firstCallAt),
    queuedMs: call?.queuedMs,
    attempts: call?.attempts ?? [],
    content: keep?.(request.body, call?.answer?.(), status !== 'success'),
  };
}

function sentStatus(status: RequestStatus, call: CallResult | undefined, error: GatewayError | undefined): number {
  if (status === 'aborted') {
    return CLIENT_CLOSED_REQUEST;
  }
  // A stream that broke off began with 200, whatever came after.
  const begun = call?.outcome.kind === 'failed' && call.outcome.stream !== undefined;
  return begun ? 200 : (error?.status ?? 200);
}

function since({ startedAt }: ClientRequest, moment: number | undefined): number | undefined {
  return moment === undefined ? undefined : moment - startedAt;
}
