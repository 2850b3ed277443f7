import type { Logger } from 'pino';

import { type Expired, deleteBefore } from '../store/deleteBefore.js';
import { dropPartitions, makePartitions } from '../store/postgres/partitions.js';
import type { Store } from '../store/store.js';

/** Days that things are kept; 0 keeps them for ever. */
export interface RetentionDays {
  readonly requests: number;
  readonly contents: number;
  readonly rollups: number;
}

const DAY_MS = 86_400_000;
/** Days that it is kept what happened, and whom a webhook told of it. */
const EVENT_DAYS = 90;
/** Longer than any window of a budget: as long as a window goes on, it is remembered what was told of it. */
const NOTICE_DAYS = 400;

/**
 * Removes what is older than it is to be kept, and has the months of PostgreSQL's tables made ahead.
 * @param now epoch milliseconds.
 * @returns how many rows were deleted one by one, and how many whole months of PostgreSQL's tables were dropped.
 */
export async function removeExpired(
  { db, dialect }: Store,
  days: RetentionDays,
  now: number,
  signal?: AbortSignal
): Promise<{ readonly rows: number; readonly months: number }> {
  let [rows, months] = [0, 0];
  if (dialect === 'postgres') {
    await makePartitions(db, now);
  }
  for (const [table, keep] of [
    ['contents', shorter(days.contents, days.requests)],
    ['attempts', days.requests],
    ['requests', days.requests],
  ] as const) {
    if (keep > 0 && dialect === 'postgres') {
      months += await dropPartitions(db, table, now - keep * DAY_MS);
    }
    if (keep > 0) {
      rows += await deleteBefore(db, { table, column: 'time' }, now - keep * DAY_MS, signal);
    }
  }
  for (const [expired, keep] of OTHERS) {
    const kept = keep === 'rollups' ? days.rollups : keep;
    if (kept > 0) {
      rows += await deleteBefore(db, expired, now - kept * DAY_MS, signal);
    }
  }
  return { rows, months };
}

const OTHERS: ReadonlyArray<readonly [Expired, number | 'rollups']> = [
  [{ table: 'usage_hourly', column: 'hour' }, 'rollups'],
  [{ table: 'usage_hourly_users', column: 'hour' }, 'rollups'],
  [{ table: 'events', column: 'time' }, EVENT_DAYS],
  [{ table: 'webhook_deliveries', column: 'created_at', states: ['delivered', 'failed'] }, EVENT_DAYS],
  [{ table: 'alerts', column: 'received_at' }, EVENT_DAYS],
  [{ table: 'budget_notices', column: 'time' }, NOTICE_DAYS],
];

/** A content is of no use without its request. */
function shorter(a: number, b: number): number {
  return a === 0 || b === 0 ? Math.max(a, b) : Math.min(a, b);
}

export interface RetentionOptions {
  readonly store: Store;
  /** As the configuration says now. */
  readonly days: () => RetentionDays;
  readonly log: Logger;
}

export interface Retention {
  /** Resolves once nothing of it runs any longer. */
  stop(): Promise<void>;
}

/** Leaves the start of the gateway alone. */
const FIRST_MS = 30_000;
const INTERVAL_MS = 3_600_000;

/** Removes what has expired, soon after the start and then every hour. */
export function startRetention({ store, days, log }: RetentionOptions): Retention {
  const stopping = new AbortController();
  let running = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      const { rows, months } = await removeExpired(store, days(), Date.now(), stopping.signal);
      if (rows + months > 0) {
        log.info({ rows, months }, 'removed what is older than it is to be kept');
      }
    } catch (error) {
      log.error({ err: error }, 'what is older than it is to be kept could not be removed; tried again in an hour');
    }
  };
  const start = (): void => {
    running = running.then(run);
    timer = setTimeout(start, INTERVAL_MS).unref();
  };
  let timer = setTimeout(start, FIRST_MS).unref();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
