import { setTimeout as sleep } from 'node:timers/promises';

import type { SimulatedCompletion } from './completion.js';
import { type CompletionShape, closingEvents, openingEvent, tokenEvent } from './events.js';

/** Shortest pause between two writes, in milliseconds; faster speeds send several tokens at a time. */
const TICK_MS = 5;

export interface Pace {
  readonly tokensPerSecond: number;
  /** Aborts when nobody listens any more. */
  readonly gone: AbortSignal;
}

/** A whole stream at a settled speed. */
export async function* wholeStream(
  completion: SimulatedCompletion,
  shape: CompletionShape,
  includeUsage: boolean,
  pace: Pace
): AsyncGenerator<string> {
  yield* paced(completion, shape, completion.tokens, pace);
  yield closingEvents(completion, shape, includeUsage);
}

/** The first half of a stream, after which `breakOff` does what it does to the connection. */
export async function* brokenStream(
  completion: SimulatedCompletion,
  shape: CompletionShape,
  pace: Pace,
  breakOff: () => Promise<void>
): AsyncGenerator<string> {
  const { tokens } = completion;
  yield* paced(completion, shape, tokens.slice(0, Math.ceil(tokens.length / 2)), pace);
  // A reset overtakes what is still on its way.
  await sleep(TICK_MS, undefined, { signal: pace.gone });
  await breakOff();
}

/** Tokens that are due are sent together, so the speed holds however coarse timers are. */
async function* paced(
  completion: SimulatedCompletion,
  shape: CompletionShape,
  tokens: readonly string[],
  { tokensPerSecond, gone }: Pace
): AsyncGenerator<string> {
  const start = performance.now();
  let events = openingEvent(completion, shape);
  let sent = 0;
  while (sent < tokens.length) {
    const due = Math.min(tokens.length, 1 + Math.floor(((performance.now() - start) * tokensPerSecond) / 1000));
    for (; sent < due; sent++) {
      events += tokenEvent(completion, shape, tokens[sent] ?? '');
    }
    if (events !== '') {
      yield events;
      events = '';
    }
    if (sent < tokens.length) {
      await sleep(Math.max(TICK_MS, start + (sent * 1000) / tokensPerSecond - performance.now()), undefined, {
        signal: gone,
      });
    }
  }
}
