import type { RequestRow } from '../store/schema.js';
import type { Attempt, UsageEvent } from './event.js';

/** A usage event as the ledger keeps it. */
export function toRow(event: UsageEvent): RequestRow {
  const { tokens, cost } = event;
  return {
    id: event.id,
    time: event.time,
    key: event.key,
    team: event.team ?? null,
    user: event.user ?? null,
    tags: event.tags === undefined ? null : JSON.stringify(event.tags),
    model: event.model,
    provider: event.provider ?? null,
    deployment: event.deployment ?? null,
    streaming: event.streaming ? 1 : 0,
    status: event.status,
    code: event.code,
    error_type: event.errorType ?? null,
    input_tokens: tokens?.input ?? 0,
    cached_input_tokens: tokens?.cachedInput ?? 0,
    output_tokens: tokens?.output ?? 0,
    reasoning_tokens: tokens?.reasoning ?? 0,
    usage_source: tokens?.source ?? null,
    cost_nano_usd: cost?.nanoUsd ?? null,
    price_source: cost?.source ?? null,
    unpriced: event.unpriced ? 1 : 0,
    duration_ms: event.durationMs,
    first_token_ms: event.firstTokenMs ?? null,
    overhead_ms: event.overheadMs ?? null,
    attempts: saysMore(event.attempts) ? JSON.stringify(event.attempts) : null,
  };
}

/** One attempt that succeeded is already told by the row itself. */
function saysMore(attempts: readonly Attempt[]): boolean {
  return attempts.length > 1 || (attempts.length === 1 && attempts[0]?.outcome !== 'success');
}
