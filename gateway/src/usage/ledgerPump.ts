import type { Logger } from 'pino';

import type { BatchResult } from './ledgerBatch.js';
import { BATCH, type LedgerQueue, createLedgerQueue } from './ledgerQueue.js';
import type { LedgerWriter } from './ledgerWriter.js';

export interface LedgerPumpOptions {
  readonly writer: Pick<LedgerWriter, 'write'>;
  /** How long lines may wait for each other, in milliseconds. */
  readonly flushMs: number;
  /**
   * The oldest so many lines need not be kept any longer; some of them the store will never take. `tried` of them were
   * in a batch that was refused, and may have been written then.
   */
  readonly onSettled: (count: number, result: BatchResult, tried: number) => void;
  /** How long the store took for a batch, whatever came of it, in milliseconds. */
  readonly onBatch?: ((durationMs: number) => void) | undefined;
  /** The store begins to refuse, with its reason, or takes lines again. */
  readonly onAvailability?: ((available: boolean, reason?: string) => void) | undefined;
  readonly log: Logger;
}

interface Flush {
  /** Number of the line that is to be in the store. */
  readonly target: number;
  readonly resolve: (written: boolean) => void;
}

/** Longest wait between two tries while the store refuses, in milliseconds: it is to catch up soon after. */
const MAX_RETRY_MS = 2_000;

/** Brings lines to the store, in order and a batch at a time; a batch that the store refuses is tried again. */
export class LedgerPump {
  readonly queue: LedgerQueue = createLedgerQueue();
  /** Lines that have left the queue, and batches that were refused. */
  settled = 0;
  failures = 0;
  private added = 0;
  /** Lines at the head of the queue that were in a batch which was refused. */
  private tried = 0;
  private failuresInARow = 0;
  private flushes: Flush[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing = false;
  private stopped = false;

  constructor(private readonly options: LedgerPumpOptions) {}

  add(line: string): void {
    this.queue.add(line, Date.now());
    this.added += 1;
    this.schedule(this.options.flushMs);
  }

  /** Resolves with true once every line added before has been written, with false as soon as the store refuses. */
  flush(): Promise<boolean> {
    const target = this.added;
    if (this.settled >= target) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      this.flushes.push({ target, resolve });
      void this.write();
    });
  }

  /** Whether the store refused the last batch. */
  get refusing(): boolean {
    return this.failuresInARow > 0;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(delayMs: number): void {
    if (!this.writing && !this.stopped) {
      this.timer ??= setTimeout(() => void this.write(), delayMs);
    }
  }

  private async write(): Promise<void> {
    if (this.writing || this.stopped) {
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = true;
    const batch = this.queue.batch();
    const startedAt = performance.now();
    const took = (): void => this.options.onBatch?.(performance.now() - startedAt);
    try {
      const result = await this.options.writer.write(batch);
      took();
      this.succeed(batch.length, result);
    } catch (error) {
      took();
      this.fail(error, batch.length);
    } finally {
      this.writing = false;
    }
    this.goOn();
  }

  private succeed(count: number, result: BatchResult): void {
    if (this.failuresInARow > 0) {
      this.options.log.info({ pending: this.queue.length }, 'the ledger store takes usage events again');
      this.options.onAvailability?.(true);
    }
    this.failuresInARow = 0;
    this.queue.drop(count);
    this.settled += count;
    const tried = Math.min(this.tried, count);
    this.tried -= tried;
    this.options.onSettled(count, result, tried);
    this.resolveFlushes(({ target }) => target <= this.settled, true);
  }

  private fail(error: unknown, count: number): void {
    this.tried = Math.max(this.tried, count);
    this.failures += 1;
    this.failuresInARow += 1;
    if (this.failuresInARow === 1) {
      this.options.log.error(
        { err: error, pending: this.queue.length },
        'the ledger store refused a batch; it is kept'
      );
      this.options.onAvailability?.(false, (error as Error).message);
    }
    this.resolveFlushes(() => true, false);
  }

  private resolveFlushes(done: (flush: Flush) => boolean, written: boolean): void {
    const ended = this.flushes.filter(done);
    this.flushes = this.flushes.filter((flush) => !done(flush));
    ended.forEach(({ resolve }) => resolve(written));
  }

  private goOn(): void {
    if (this.queue.length === 0) {
      return;
    }
    if (this.failuresInARow > 0) {
      this.schedule(Math.min(MAX_RETRY_MS, this.options.flushMs * 2 ** this.failuresInARow));
    } else if (this.flushes.length > 0) {
      void this.write();
    } else {
      this.schedule(this.queue.length >= BATCH ? 0 : this.options.flushMs);
    }
  }
}
