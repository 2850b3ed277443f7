import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { v7 as uuidV7 } from 'uuid';

import type { StoreSchema } from '../store/schema.js';
import type { GatewayEvent, KeptEvent } from './event.js';
import { type EventPage, type EventQuery, readEvents, rememberedEvents } from './eventPage.js';
import { toEventRow } from './row.js';

export interface EventLogParts {
  readonly db: Kysely<StoreSchema>;
  readonly log: Logger;
}

/** Events kept in memory: those that wait while the store is down, and those to answer from meanwhile. */
const MAX_KEPT = 1_000;
/** How long events may wait for each other before they are written, in milliseconds. */
const FLUSH_MS = 200;
/** Longest wait between two tries while the store refuses, in milliseconds. */
const MAX_RETRY_MS = 30_000;

/** Keeps what happened in the store, behind the back of those it happened to. */
export class EventLog {
  private pending: KeptEvent[] = [];
  private readonly remembered: KeptEvent[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<boolean> | undefined;
  private failuresInARow = 0;
  private lost = 0;
  private sequence = 0;

  constructor(private readonly parts: EventLogParts) {}

  /** Keeps an event; it is written soon. Costs no more than an entry in a list, and never throws. */
  record(event: GatewayEvent): void {
    const kept = this.remember(event);
    this.pending.push(kept);
    if (this.pending.length > MAX_KEPT) {
      this.pending.shift();
      this.lost++;
    }
    this.schedule(FLUSH_MS);
  }

  /** Writes an event as part of a transaction, so that it is kept if and only if the rest of it is. */
  async recordIn(transaction: Kysely<StoreSchema>, event: GatewayEvent): Promise<void> {
    await transaction
      .insertInto('events')
      .values(toEventRow(this.withId(event)))
      .execute();
  }

  /** What happened, with what has not been written yet. */
  async read(query: EventQuery): Promise<EventPage> {
    try {
      if (await this.flush()) {
        return await readEvents(this.parts.db, query);
      }
    } catch (error) {
      this.parts.log.warn({ err: error }, 'events cannot be read from the store; those in memory are answered');
    }
    return rememberedEvents(this.remembered, query);
  }

  /** Events that wait to be written. */
  get waiting(): number {
    return this.pending.length;
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    const written = await this.flush();
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!written) {
      this.parts.log.error({ lost: this.pending.length }, 'events could not be written before the end');
    }
  }

  /** Writes all that waits; false when the store refuses. */
  private async flush(): Promise<boolean> {
    while (this.pending.length > 0) {
      this.writing ??= this.write().finally(() => (this.writing = undefined));
      if (!(await this.writing)) {
        return false;
      }
    }
    return true;
  }

  private async write(): Promise<boolean> {
    const batch = [...this.pending];
    try {
      const insert = this.parts.db.insertInto('events').values(batch.map(toEventRow));
      // A try whose answer was lost may have written them.
      await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
    } catch (error) {
      this.failuresInARow++;
      this.parts.log.warn({ err: error, waiting: this.pending.length, lost: this.lost }, 'events could not be written');
      this.schedule(Math.min(MAX_RETRY_MS, FLUSH_MS * 2 ** this.failuresInARow));
      return false;
    }
    const written = new Set(batch);
    this.pending = this.pending.filter((event) => !written.has(event));
    this.failuresInARow = 0;
    return true;
  }

  private schedule(delayMs: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, delayMs).unref();
  }

  private remember(event: GatewayEvent): KeptEvent {
    const kept = this.withId(event);
    this.remembered.push(kept);
    this.remembered.splice(0, this.remembered.length - MAX_KEPT);
    return kept;
  }

  private withId(event: GatewayEvent): KeptEvent {
    // The sequence keeps those of one millisecond in order.
    this.sequence = (this.sequence + 1) % 0x7fff_ffff;
    return { ...event, id: `evt_${uuidV7({ msecs: event.time, seq: this.sequence })}` };
  }
}
