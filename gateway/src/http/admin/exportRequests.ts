import type { RequestRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import { type RequestsQuery, queryRequests } from '../../usage/queryRequests.js';
import { type CsvCell, csvLine, exactUsd } from './exportCsv.js';
import { toRequestJson } from './requestsAnswer.js';

/** Rows read at a time: so many are in memory, and between two pages other queries have their turn. */
const PAGE = 1_000;

/** All requests of a question, newest first, a page at a time. */
export async function* requestPages(
  store: Pick<Store, 'db' | 'dialect'>,
  query: Omit<RequestsQuery, 'after' | 'limit'>
): AsyncGenerator<readonly RequestRow[]> {
  let after: RequestsQuery['after'];
  do {
    const { rows, next } = await queryRequests(store, { ...query, after, limit: PAGE });
    yield rows;
    after = next;
  } while (after !== undefined);
}

const COLUMNS = [
  'id',
  'time',
  'operation',
  'trace_id',
  'key',
  'team',
  'user',
  'feature',
  'environment',
  'tags',
  'model',
  'served_model',
  'provider',
  'deployment',
  'streaming',
  'batch',
  'status',
  'code',
  'error_type',
  'cache',
  'input_tokens',
  'cached_input_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'audio_input_tokens',
  'cached_audio_input_tokens',
  'image_input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'audio_output_tokens',
  'image_output_tokens',
  'images',
  'characters',
  'audio_seconds',
  'usage_source',
  'cost_usd',
  'saved_usd',
  'price_source',
  'unpriced',
  'duration_ms',
  'first_token_ms',
  'overhead_ms',
  'queued_ms',
  'attempt_count',
] as const satisfies ReadonlyArray<keyof ReturnType<typeof toRequestJson>>;

/** Lines of CSV, a page at a time. */
export async function* requestsCsv(pages: AsyncIterable<readonly RequestRow[]>): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const rows of pages) {
    yield rows.map((row) => csvLine(cellsOf(row))).join('');
  }
}

function cellsOf(row: RequestRow): readonly CsvCell[] {
  const json = toRequestJson(row);
  return COLUMNS.map((name) => {
    switch (name) {
      case 'tags':
        return row.tags;
      case 'cost_usd':
        return row.cost_nano_usd === null ? null : exactUsd(row.cost_nano_usd);
      case 'saved_usd':
        return exactUsd(row.saved_nano_usd);
      default:
        return json[name];
    }
  });
}

/** A JSON array, a page at a time. */
export async function* requestsJson(pages: AsyncIterable<readonly RequestRow[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of pages) {
    if (rows.length > 0) {
      yield before + rows.map((row) => JSON.stringify(toRequestJson(row))).join(',\n');
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
