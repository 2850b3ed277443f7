import { setTimeout as sleep } from 'node:timers/promises';

import type { SimulatedCompletion } from './completion.js';
import { closingEvents, openingEvent, tokenEvent } from './events.js';

/** Shortest pause between two writes, in milliseconds; faster speeds send several tokens at a time. */
const TICK_MS = 5;

/** Events at a settled speed. Tokens that are due are sent together, so the speed holds however coarse timers are. */
export async function* paced(
  completion: SimulatedCompletion,
  tokensPerSecond: number,
  includeUsage: boolean
): AsyncGenerator<string> {
  const { tokens } = completion;
  const start = performance.now();
  let events = openingEvent(completion);
  let sent = 0;
  while (sent < tokens.length) {
    const due = Math.min(tokens.length, 1 + Math.floor(((performance.now() - start) * tokensPerSecond) / 1000));
    for (; sent < due; sent++) {
      events += tokenEvent(completion, tokens[sent] ?? '');
    }
    if (events !== '') {
      yield events;
      events = '';
    }
    if (sent < tokens.length) {
      await sleep(Math.max(TICK_MS, start + (sent * 1000) / tokensPerSecond - performance.now()));
    }
  }
  yield closingEvents(completion, includeUsage);
}
