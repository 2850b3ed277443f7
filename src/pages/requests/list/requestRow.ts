import type { Answer } from '../../../api/gateway/operations';

/** A request in full, as the gateway tells it. */
export type RequestDetails = Answer<'/requests/{id}', 'get'>;

/** A request as the gateway lists it. */
export type ListedRequest = Answer<'/requests', 'get'>['requests'][number];

/** A request of the table: what both the ledger and the live stream tell. */
export interface RequestRow {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly traceId: string | null;
  readonly status: string;
  readonly code: number;
  readonly errorType: string | null;
  readonly model: string;
  readonly servedModel: string | null;
  readonly provider: string | null;
  readonly deployment: string | null;
  readonly key: string;
  readonly team: string | null;
  readonly user: string | null;
  readonly streaming: boolean;
  readonly cache: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null when nothing was used or the price is not known. */
  readonly costUsd: number | null;
  readonly unpriced: boolean;
  readonly durationMs: number;
  readonly firstTokenMs: number | null;
  readonly attempts: number;
  /** Each `name=value`; the live stream tells none. */
  readonly tags: readonly string[];
}

export function toRow(request: ListedRequest): RequestRow {
  return {
    id: request.id,
    time: Date.parse(request.time),
    traceId: request.trace_id,
    status: request.status,
    code: request.code,
    errorType: request.error_type,
    model: request.model,
    servedModel: request.served_model,
    provider: request.provider,
    deployment: request.deployment,
    key: request.key,
    team: request.team,
    user: request.user,
    streaming: request.streaming,
    cache: request.cache,
    inputTokens: request.input_tokens,
    outputTokens: request.output_tokens,
    costUsd: request.cost_usd,
    unpriced: request.unpriced,
    durationMs: request.duration_ms,
    firstTokenMs: request.first_token_ms,
    attempts: request.attempt_count,
    tags: Object.entries(request.tags).map(([name, value]) => `${name}=${value}`),
  };
}
