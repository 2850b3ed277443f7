import type { LiveRow } from '../../../api/gateway/liveRequests';
import type { RequestRow } from '../list/requestRow';

/** A request as the live stream tells it: under the names of the data source's columns (pkg/plugin/requests_table.go). */
export function fromLive(row: LiveRow): RequestRow {
  const costUsd = number(row['cost_usd']);
  const inputTokens = number(row['input_tokens']) ?? 0;
  const outputTokens = number(row['output_tokens']) ?? 0;
  return {
    id: text(row['id']) ?? '',
    time: number(row['time']) ?? 0,
    traceId: text(row['trace_id']),
    status: text(row['status']) ?? '',
    code: number(row['code']) ?? 0,
    errorType: text(row['error_type']),
    model: text(row['model']) ?? '',
    servedModel: text(row['served_model']),
    provider: text(row['provider']),
    deployment: text(row['deployment']),
    key: text(row['key']) ?? '',
    team: text(row['team']),
    user: text(row['user']),
    streaming: row['streaming'] === true,
    cache: text(row['cache']) ?? '',
    inputTokens,
    outputTokens,
    costUsd,
    // The stream does not say it; without a price, what was used has no cost.
    unpriced: costUsd === null && inputTokens + outputTokens > 0,
    durationMs: number(row['duration_ms']) ?? 0,
    firstTokenMs: number(row['first_token_ms']),
    attempts: number(row['attempts']) ?? 0,
    tags: [],
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
