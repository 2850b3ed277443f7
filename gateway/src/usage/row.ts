import type { AttemptRow, ContentRow, RequestRow } from '../store/schema.js';
import type { Attempt, UsageEvent } from './event.js';

/** A usage event as the store keeps it. */
export interface LedgerEntry {
  readonly row: RequestRow;
  /** The same, in the order of LINE_COLUMNS. */
  readonly values: RequestValues;
  readonly attempts: readonly AttemptRow[];
  readonly content: ContentRow | undefined;
}

/** Values of a row, in the order of LINE_COLUMNS. */
export type RequestValues = readonly unknown[];

/** Columns of a line, in its order; after them come the attempts and the content, or 0 where there are none. */
export const LINE_COLUMNS = [
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
  'cost_nano_usd',
  'saved_nano_usd',
  'price_source',
  'unpriced',
  'duration_ms',
  'first_token_ms',
  'overhead_ms',
  'queued_ms',
  'attempts',
] as const satisfies ReadonlyArray<keyof RequestRow>;

/**
 * A usage event as one line of JSON, without its end. On every request's path: values in the order of LINE_COLUMNS and
 * nothing between them and their text. What is undefined becomes null.
 */
export function toLine(event: UsageEvent): string {
  const { tokens, cost, tags, attempts, content } = event;
  return JSON.stringify([
    event.id,
    event.time,
    event.operation,
    event.traceId,
    event.key,
    event.team,
    event.user,
    tags?.['feature'],
    tags?.['environment'],
    tags === undefined ? null : JSON.stringify(tags),
    event.model,
    event.servedModel,
    event.provider,
    event.deployment,
    event.streaming ? 1 : 0,
    event.batch === true ? 1 : 0,
    event.status,
    event.code,
    event.errorType,
    event.cache ?? 'bypass',
    tokens?.input ?? 0,
    tokens?.cachedInput ?? 0,
    tokens?.cacheWrite5m ?? 0,
    tokens?.cacheWrite1h ?? 0,
    tokens?.audioInput ?? 0,
    tokens?.cachedAudioInput ?? 0,
    tokens?.imageInput ?? 0,
    tokens?.output ?? 0,
    tokens?.reasoning ?? 0,
    tokens?.audioOutput ?? 0,
    tokens?.imageOutput ?? 0,
    tokens?.images ?? 0,
    tokens?.characters ?? 0,
    tokens?.audioSeconds ?? 0,
    tokens?.source,
    cost?.nanoUsd,
    event.savedNanoUsd ?? 0,
    cost?.source,
    event.unpriced ? 1 : 0,
    event.durationMs,
    event.firstTokenMs,
    event.overheadMs,
    event.queuedMs,
    attempts.length,
    saysMore(attempts) ? attempts.map(toTuple) : 0,
    content === undefined ? 0 : [content.request, content.response],
  ]);
}

/** One attempt that succeeded is already told by the row itself. */
function saysMore(attempts: readonly Attempt[]): boolean {
  return attempts.length > 1 || (attempts.length === 1 && attempts[0]?.outcome !== 'success');
}

/** The last two are not in lines of earlier versions. */
type AttemptTuple = readonly [string, string, string, number | null, string, number, number?, (string | null)?];

function toTuple(attempt: Attempt): AttemptTuple {
  const { provider, deployment, model, status, outcome, durationMs, startMs, providerRequestId } = attempt;
  return [provider, deployment, model, status ?? null, outcome, durationMs, startMs, providerRequestId ?? null];
}

/** @throws SyntaxError when the line is none of ours. */
export function readLine(line: string): LedgerEntry {
  const values = parse(line);
  if (!Array.isArray(values) || values.length !== LINE_COLUMNS.length + 2) {
    throw new SyntaxError('It is not an event of the ledger.');
  }
  const columns = values.slice(0, LINE_COLUMNS.length) as unknown[];
  // An earlier version knew nothing but chats.
  columns[OPERATION] ??= 'chat';
  const row = toRow(columns);
  if (typeof row.id !== 'string' || typeof row.time !== 'number') {
    throw new SyntaxError('It has no id or no time.');
  }
  if (row.tags !== null && UNSTORABLE.test(row.tags)) {
    row.tags = JSON.stringify(parse(row.tags));
    columns[TAGS] = row.tags;
  }
  const [attempts, content] = values.slice(LINE_COLUMNS.length) as [AttemptTuple[] | 0, [string, string | null] | 0];
  const of = { request_id: row.id, time: row.time };
  return {
    row,
    values: columns,
    attempts: (attempts || []).map((tuple, at) => ({ ...of, number: at + 1, ...toAttempt(tuple) })),
    content: content === 0 ? undefined : { ...of, request: content[0], response: content[1] },
  };
}

function toAttempt(tuple: AttemptTuple): Omit<AttemptRow, 'request_id' | 'time' | 'number'> {
  const [provider, deployment, model, status, outcome, duration_ms, start_ms = null, provider_request_id = null] =
    tuple;
  return { provider, deployment, model, status, outcome, duration_ms, start_ms, provider_request_id };
}

const OPERATION = LINE_COLUMNS.indexOf('operation');
const TAGS = LINE_COLUMNS.indexOf('tags');

function toRow(values: readonly unknown[]): RequestRow {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < LINE_COLUMNS.length; at++) {
    row[LINE_COLUMNS[at] as string] = values[at];
  }
  return row as unknown as RequestRow;
}

/** What PostgreSQL cannot keep in a text: NUL, and halves of surrogate pairs; JSON has them only as escapes. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

function parse(json: string): unknown {
  return UNSTORABLE.test(json) ? JSON.parse(json, (_name, value: unknown) => storable(value)) : JSON.parse(json);
}

/** The bad characters become U+FFFD, as in any text that cannot be decoded. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString().replaceAll('\0', '\ufffd') : value;
}
