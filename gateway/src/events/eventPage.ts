import type { Kysely } from 'kysely';

import type { StoreSchema } from '../store/schema.js';
import type { GatewayEventType, KeptEvent } from './event.js';
import { fromEventRow } from './row.js';

export interface EventQuery {
  /** Epoch milliseconds; `to` is not included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** All, if left out. */
  readonly types?: readonly GatewayEventType[] | undefined;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** Only what comes after this one, in the order asked for. */
  readonly after?: EventPosition | undefined;
}

/** Where in the order of time an event stands. */
export interface EventPosition {
  readonly time: number;
  readonly id: string;
}

export interface EventPage {
  readonly events: readonly KeptEvent[];
  /** The last of a page that more may follow. */
  readonly next: EventPosition | undefined;
  /** Whether the store is down: then these are only the events that this process remembers. */
  readonly partial: boolean;
}

/** A page of the events in the store. @throws when the store refuses. */
export async function readEvents(db: Kysely<StoreSchema>, query: EventQuery): Promise<EventPage> {
  const { from, to, types, order, limit, after } = query;
  let rows = db.selectFrom('events').selectAll().orderBy('time', order).orderBy('id', order).limit(limit);
  rows = from === undefined ? rows : rows.where('time', '>=', from);
  rows = to === undefined ? rows : rows.where('time', '<', to);
  rows = types === undefined ? rows : rows.where('type', 'in', types);
  if (after !== undefined) {
    const beyond = order === 'asc' ? '>' : '<';
    rows = rows.where((where) =>
      where.or([
        where('time', beyond, after.time),
        where.and([where('time', '=', after.time), where('id', beyond, after.id)]),
      ])
    );
  }
  return pageOf((await rows.execute()).map(fromEventRow), limit, false);
}

/** The same of events that are remembered, oldest first. */
export function rememberedEvents(remembered: readonly KeptEvent[], query: EventQuery): EventPage {
  const { from = -Infinity, to = Infinity, types, order, limit, after } = query;
  const direction = order === 'asc' ? 1 : -1;
  const found = remembered
    .filter(({ time, type }) => time >= from && time < to && (types === undefined || types.includes(type)))
    .filter((event) => after === undefined || compare(event, after) * direction > 0)
    .sort((one, other) => compare(one, other) * direction);
  return pageOf(found.slice(0, limit), limit, true);
}

function compare(one: EventPosition, other: EventPosition): number {
  return one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function pageOf(events: readonly KeptEvent[], limit: number, partial: boolean): EventPage {
  const last = events.at(-1);
  const next = last !== undefined && events.length === limit ? { time: last.time, id: last.id } : undefined;
  return { events, next, partial };
}
