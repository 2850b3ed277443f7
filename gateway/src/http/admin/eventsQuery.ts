import { GATEWAY_EVENT_TYPES, type GatewayEventType } from '../../events/event.js';
import type { EventPosition, EventQuery } from '../../events/eventPage.js';
import { checkParameters } from './listParameters.js';
import { type Parameters, invalid, parseCount, parseNames, parseTime, single } from './queryParameters.js';

/** Most events of one answer, and as many as there are if nothing is asked. */
export const MAX_EVENTS = 1_000;

const NAMES = ['from', 'to', 'type', 'order', 'limit', 'cursor'];

/** Reads the parameters of `GET /api/v1/events`. @throws GatewayError 400 that names the parameter. */
export function parseEventsQuery(parameters: Parameters): EventQuery {
  checkParameters(parameters, NAMES);
  const types = parseNames(parameters, 'type', isType, GATEWAY_EVENT_TYPES);
  const cursor = single(parameters, 'cursor');
  return {
    from: parseTime(parameters, 'from'),
    to: parseTime(parameters, 'to'),
    types: types.length === 0 ? undefined : types,
    order: parseOrder(single(parameters, 'order')),
    limit: parseCount(parameters, 'limit', MAX_EVENTS) ?? MAX_EVENTS,
    after: cursor === undefined ? undefined : parseCursor(cursor),
  };
}

/** What an answer names for the next to go on from. */
export function toCursor({ time, id }: EventPosition): string {
  return `${time}.${id}`;
}

function parseCursor(text: string): EventPosition {
  const [, time, id] = /^(\d{1,15})\.(evt_[0-9a-f-]{36})$/.exec(text) ?? [];
  if (time === undefined || id === undefined) {
    throw invalid('cursor', 'cursor must be the next_cursor of an earlier answer');
  }
  return { time: Number(time), id };
}

function parseOrder(text: string | undefined): 'asc' | 'desc' {
  if (text !== undefined && text !== 'asc' && text !== 'desc') {
    throw invalid('order', 'order must be asc or desc');
  }
  return text ?? 'asc';
}

function isType(text: string): text is GatewayEventType {
  return (GATEWAY_EVENT_TYPES as readonly string[]).includes(text);
}
