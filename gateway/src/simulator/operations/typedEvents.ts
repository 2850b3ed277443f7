import { writeEvent } from '../../chat/events/writeEvent.js';
import type { SimulatedAnswer } from './operation.js';

interface Typed extends Readonly<Record<string, unknown>> {
  readonly type: string;
}

/** An answer as events that say their type, all at once. */
export function typedEvents(tokens: number, events: readonly Typed[]): SimulatedAnswer {
  const body = events.map((event) => writeEvent(event, event.type)).join('');
  return { tokens, type: 'text/event-stream', body };
}
