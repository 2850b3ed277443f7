import type { RequestRow } from '../../gateway/src/store/schema.js';
import type { Store } from '../../gateway/src/store/store.js';
import { addToRollups } from '../../gateway/src/usage/rollupWrite.js';

let count = 0;

/** A request that went well, as the ledger keeps it; what a test is about is overridden. */
export function requestRow(overrides: Partial<RequestRow> = {}): RequestRow {
  count += 1;
  const time = overrides.time ?? Date.UTC(2026, 10, 2, 12);
  return {
    id: requestId(time, count),
    time,
    operation: 'chat',
    trace_id: null,
    key: 'ci',
    team: null,
    user: null,
    feature: null,
    environment: null,
    tags: null,
    model: 'gpt-4o',
    served_model: 'gpt-4o-2024-11-20',
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    streaming: 0,
    batch: 0,
    status: 'success',
    code: 200,
    error_type: null,
    cache: 'bypass',
    input_tokens: 100,
    cached_input_tokens: 0,
    cache_write_5m_tokens: 0,
    cache_write_1h_tokens: 0,
    audio_input_tokens: 0,
    cached_audio_input_tokens: 0,
    image_input_tokens: 0,
    output_tokens: 50,
    reasoning_tokens: 0,
    audio_output_tokens: 0,
    image_output_tokens: 0,
    images: 0,
    characters: 0,
    audio_seconds: 0,
    usage_source: 'provider',
    cost_nano_usd: 750_000,
    saved_nano_usd: 0,
    price_source: 'config',
    unpriced: 0,
    duration_ms: 1200,
    first_token_ms: null,
    overhead_ms: 0.5,
    queued_ms: null,
    attempts: 1,
    ...overrides,
  };
}

/** The columns of a request with these tags. */
export function withTags(tags: Readonly<Record<string, string>>): Partial<RequestRow> {
  return {
    tags: JSON.stringify(tags),
    feature: tags['feature'] ?? null,
    environment: tags['environment'] ?? null,
  };
}

/** Rows with few enough values for one statement. */
const BATCH = 500;

/** Writes rows as the ledger does: with their hourly sums. */
export async function insertRequests({ db }: Pick<Store, 'db'>, rows: readonly RequestRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('requests').values(batch).execute();
      await addToRollups(transaction, batch);
    });
  }
}

/** The UUID v7 of a time, with a number in place of chance. */
export function requestId(time: number, number: number): string {
  const hex = time.toString(16).padStart(12, '0');
  return `req_${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
