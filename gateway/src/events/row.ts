import type { EventRow } from '../store/schema.js';
import type { GatewayEvent, KeptEvent } from './event.js';

/** An event as the store keeps it; what is a column is not in the document. */
export function toEventRow({ id, time, type, ...document }: KeptEvent): EventRow {
  return { id, time, type, document: JSON.stringify(document) };
}

export function fromEventRow({ id, time, type, document }: EventRow): KeptEvent {
  const event = { time: Number(time), type, ...(JSON.parse(document) as object) } as GatewayEvent;
  return { ...event, id };
}
