import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

import { lockDirectory } from '../store/directoryLock.js';
import type { UsageEvent } from './event.js';
import { type Journal, openJournal } from './journal.js';
import type { BatchResult } from './ledgerBatch.js';
import { LedgerBooks } from './ledgerBooks.js';
import { LedgerPump } from './ledgerPump.js';
import { writeInThread } from './ledgerThread.js';
import { type LedgerWriter, openWriter } from './ledgerWriter.js';
import { toLine } from './row.js';

export interface LedgerOptions {
  /** Data directory: the journal is in its `journal`. One process alone may use it. */
  readonly directory: string;
  /** As openStore's, which must have been called before, so that the newest layout is there. */
  readonly databaseUrl?: string | undefined;
  readonly file: string;
  /** How long events may wait for each other, in milliseconds. */
  readonly flushMs: number;
  /** Most events that may wait while the store refuses them. */
  readonly maxPending: number;
  /** Most text that may wait, in UTF-16 code units: with contents, events are not of one length. */
  readonly maxPendingSize?: number | undefined;
  readonly log: Logger;
  /** The store begins to refuse, with its reason, or takes events again. */
  readonly onAvailability?: ((available: boolean, reason?: string) => void) | undefined;
  /** How long the store took for a batch, in milliseconds. */
  readonly onBatch?: ((durationMs: number) => void) | undefined;
  /** False to write in the calling thread, in tests. */
  readonly threads?: boolean | undefined;
}

export interface LedgerCounts {
  /** Events that are not in the store yet. */
  readonly pending: number;
  readonly written: number;
  /** Batches that the store did not take; each is tried again. */
  readonly failures: number;
  /** Events that an earlier process had left in the journal. */
  readonly replayed: number;
  /** Events that the store will never take; they are in `journal/refused.bad`. */
  readonly refused: number;
  readonly journalBytes: number;
  /** How long the oldest pending event has waited, in milliseconds. */
  readonly oldestPendingMs: number;
  /** Whether the store refused the last batch. */
  readonly refusing: boolean;
}

/** Longest that closing waits for the store; what is not written by then stays in the journal. */
const CLOSE_MS = 10_000;
const MAX_PENDING_SIZE = 256 * 1_024 * 1_024;

/**
 * Writes usage events down: each to the journal at once, and from there to the store, many at a time, off the requests'
 * path. What the store refuses waits; what waits when the process ends is written after the next start.
 */
export class Ledger {
  /** What of this process's events the store has, by its own word, and what is on its way. */
  readonly books = new LedgerBooks();
  private readonly pump: LedgerPump;
  private uncommitted: string[] = [];
  private whenCommitted: Array<() => void> = [];
  private replayed = 0;
  private refused = 0;

  private constructor(
    private readonly options: LedgerOptions,
    private readonly journal: Journal,
    private readonly writer: LedgerWriter,
    private readonly unlock: () => void
  ) {
    const { flushMs, onAvailability, onBatch, log } = options;
    this.pump = new LedgerPump({ writer, flushMs, onSettled: this.settle, onAvailability, onBatch, log });
  }

  /**
   * Opens the ledger and writes what an earlier process left; where the store does not take it now, it waits.
   * @throws when another process uses the directory, or it cannot be written.
   */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const directory = join(options.directory, 'journal');
    const unlock = lockDirectory(directory);
    try {
      const { journal, left } = openJournal(directory, options.log);
      const store = { databaseUrl: options.databaseUrl, file: options.file };
      const writer = options.threads === false ? await openWriter(store) : writeInThread(store);
      const ledger = new Ledger(options, journal, writer, unlock);
      await ledger.replay(left);
      return ledger;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Takes an event; it outlives the process once it is committed, which happens within this turn of the event loop. */
  readonly record = (event: UsageEvent): void => {
    const line = toLine(event);
    if (this.uncommitted.length === 0) {
      setImmediate(this.commit);
    }
    this.uncommitted.push(line);
    this.books.add(event.cost?.nanoUsd ?? 0);
    this.pump.add(line);
  };

  /**
   * Calls back when all that was recorded outlives the process, unless `journalFailing` says otherwise. Requests that
   * end in the same turn share one write to the journal.
   */
  readonly committed = (callback: () => void): void => {
    if (this.uncommitted.length === 0) {
      callback();
    } else {
      this.whenCommitted.push(callback);
    }
  };

  private readonly commit = (): void => {
    if (this.uncommitted.length > 0) {
      this.journal.append(...this.uncommitted);
      this.uncommitted = [];
    }
    const callbacks = this.whenCommitted;
    this.whenCommitted = [];
    callbacks.forEach((callback) => callback());
  };

  get counts(): LedgerCounts {
    this.commit();
    const { queue, settled, failures, refusing } = this.pump;
    return {
      pending: queue.length,
      written: settled - this.refused,
      failures,
      replayed: this.replayed,
      refused: this.refused,
      journalBytes: this.journal.bytes,
      oldestPendingMs: queue.oldest === undefined ? 0 : Math.max(0, Date.now() - queue.oldest),
      refusing,
    };
  }

  /** Whether no further event should be recorded: requests are refused rather than lost. */
  get full(): boolean {
    const { length, size } = this.pump.queue;
    const { maxPending, maxPendingSize = MAX_PENDING_SIZE } = this.options;
    return length >= maxPending || size >= maxPendingSize;
  }

  /** Whether the journal cannot be written, so that events that wait would be lost with the process. */
  get journalFailing(): boolean {
    return this.journal.failing;
  }

  /** Resolves with true once everything recorded before is in the store, with false as soon as the store refuses. */
  flush(): Promise<boolean> {
    this.commit();
    return this.pump.flush();
  }

  async close(): Promise<void> {
    this.commit();
    const late = new AbortController();
    const written = await Promise.race([
      this.pump.flush(),
      sleep(CLOSE_MS, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (!written) {
      const { length } = this.pump.queue;
      this.options.log.warn({ pending: length }, 'usage events stay in the journal until the next start');
    }
    this.pump.stop();
    await this.writer.close();
    this.journal.close();
    this.unlock();
  }

  private async replay(left: readonly string[]): Promise<void> {
    this.replayed = left.length;
    for (const line of left) {
      this.books.add(undefined);
      this.pump.add(line);
    }
    if (left.length > 0) {
      this.options.log.info({ events: left.length }, 'writing usage events that an earlier process left');
      await this.pump.flush();
    }
  }

  private readonly settle = (count: number, result: BatchResult, tried: number): void => {
    this.books.settle(count, result, tried);
    for (const { line, reason } of result.refused) {
      this.refused += 1;
      this.options.log.error({ reason }, 'the store will never take a usage event; it is kept in journal/refused.bad');
      this.journal.setAside(line);
    }
    this.journal.settle(count);
  };
}
