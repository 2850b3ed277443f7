import { mergeRows } from '../list/mergeRows';
import type { RequestRow } from '../list/requestRow';

/** Rows of a live table: with more it becomes slow, and nobody reads them. */
export const LIVE_ROWS = 200;

export interface LiveBuffer {
  readonly rows: readonly RequestRow[];
  /** What came while it was paused, bounded as well. */
  readonly held: readonly RequestRow[];
  /** How many came while it was paused, those included that there was no more room for. */
  readonly heldCount: number;
  readonly paused: boolean;
}

export const EMPTY_BUFFER: LiveBuffer = { rows: [], held: [], heldCount: 0, paused: false };

/** With requests that are new; one that is known already is not held again. */
export function addToBuffer(buffer: LiveBuffer, rows: readonly RequestRow[]): LiveBuffer {
  if (!buffer.paused) {
    return { ...buffer, rows: newest(buffer.rows, rows) };
  }
  const known = new Set([...buffer.rows, ...buffer.held].map(({ id }) => id));
  // What is older than all that is shown was there before it was paused.
  const oldest = buffer.rows.at(-1)?.time ?? 0;
  const fresh = rows.filter(({ id, time }) => !known.has(id) && time >= oldest);
  return fresh.length === 0
    ? buffer
    : { ...buffer, held: newest(buffer.held, fresh), heldCount: buffer.heldCount + fresh.length };
}

export function pauseBuffer(buffer: LiveBuffer): LiveBuffer {
  return { ...buffer, paused: true };
}

/** Shows what was held. */
export function resumeBuffer({ rows, held }: LiveBuffer): LiveBuffer {
  return { ...EMPTY_BUFFER, rows: newest(rows, held) };
}

function newest(some: readonly RequestRow[], others: readonly RequestRow[]): readonly RequestRow[] {
  return mergeRows(some, others).slice(0, LIVE_ROWS);
}
