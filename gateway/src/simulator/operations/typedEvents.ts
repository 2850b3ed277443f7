import type { SimulatedAnswer } from './operation.js';

interface Typed extends Readonly<Record<string, unknown>> {
  readonly type: string;
}

/** An answer as events that say their type, all at once. */
export function typedEvents(tokens: number, events: readonly Typed[]): SimulatedAnswer {
  const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return { tokens, type: 'text/event-stream', body };
}
