import type { Logger } from 'pino';

import type { RequestRow } from '../store/schema.js';
import type { LedgerStore } from '../store/sqlite.js';
import type { UsageEvent } from './event.js';
import { toRow } from './row.js';

export interface LedgerOptions {
  /** How long events may wait for each other, in milliseconds. */
  readonly flushMs: number;
  /** Most events that may wait while the store refuses them. */
  readonly maxPending: number;
}

export interface LedgerCounts {
  readonly pending: number;
  readonly written: number;
  readonly failures: number;
}

/** Most rows of one transaction: a few milliseconds in which no request is served. */
const BATCH = 500;
/** Longest wait between two tries while the store refuses, in milliseconds. */
const MAX_RETRY_MS = 10_000;

/** Writes usage events to the store, off the request's path and many at a time. Events the store refuses are kept. */
export class Ledger {
  private pending: RequestRow[] = [];
  private timer: NodeJS.Timeout | undefined;
  private written = 0;
  private failures = 0;
  private failuresInARow = 0;

  constructor(
    private readonly store: LedgerStore,
    private readonly options: LedgerOptions,
    private readonly log: Logger
  ) {}

  readonly record = (event: UsageEvent): void => {
    this.pending.push(toRow(event));
    this.schedule(this.options.flushMs);
  };

  get counts(): LedgerCounts {
    return { pending: this.pending.length, written: this.written, failures: this.failures };
  }

  /** Whether another event could still be kept. */
  get full(): boolean {
    return this.pending.length >= this.options.maxPending;
  }

  /** Writes all that is waiting; false when the store refused. */
  flush(): boolean {
    while (this.pending.length > 0) {
      if (!this.writeBatch()) {
        return false;
      }
    }
    return true;
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.flush()) {
      this.log.fatal({ lost: this.pending.length }, 'usage events could not be written before the end');
    }
    await this.store.close();
  }

  private writeBatch(): boolean {
    const batch = this.pending.slice(0, BATCH);
    try {
      this.store.insert(batch);
    } catch (error) {
      this.failures++;
      this.failuresInARow++;
      this.log.error({ err: error, pending: this.pending.length }, 'the ledger store refused a batch; it is kept');
      return false;
    }
    this.pending = this.pending.slice(batch.length);
    this.written += batch.length;
    this.failuresInARow = 0;
    return true;
  }

  /** One batch a turn of the event loop, so that a long queue does not hold up requests. */
  private schedule(delayMs: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (!this.writeBatch()) {
        this.schedule(Math.min(MAX_RETRY_MS, this.options.flushMs * 2 ** this.failuresInARow));
      } else if (this.pending.length > 0) {
        this.schedule(this.pending.length >= BATCH ? 0 : this.options.flushMs);
      }
    }, delayMs);
  }
}
