import type { RequestDetails } from '../list/requestRow';

type Attempt = RequestDetails['attempts'][number];

/**
 * - `first`: what was called first
 * - `retry`: a deployment that had been called before
 * - `next`: another deployment of the same model
 * - `fallback`: another model than the one asked for
 */
export type AttemptKind = 'first' | 'retry' | 'next' | 'fallback';

export interface Bar extends Attempt {
  readonly kind: AttemptKind;
  /** From the request being read, in milliseconds; where the ledger does not know it, right after the attempt before. */
  readonly startsAt: number;
  /** Whether the ledger knows when it began. */
  readonly startKnown: boolean;
}

export interface Timeline {
  readonly bars: readonly Bar[];
  /** How long the request took, or longer where its attempts say so, in milliseconds; above 0. */
  readonly totalMs: number;
}

/** A request's attempts, one after the other, on the time that the request took. */
export function timelineOf({ attempts, model, duration_ms, overhead_ms }: RequestDetails): Timeline {
  const bars: Bar[] = [];
  let end = overhead_ms ?? 0;
  for (const attempt of attempts) {
    const startsAt = attempt.start_ms ?? end;
    const kind = kindOf(attempt, model, bars);
    bars.push({ ...attempt, kind, startsAt, startKnown: attempt.start_ms !== null });
    end = startsAt + attempt.duration_ms;
  }
  return { bars, totalMs: Math.max(duration_ms, end, 0.001) };
}

function kindOf(attempt: Attempt, asked: string, before: readonly Bar[]): AttemptKind {
  if (before.some(({ deployment, model }) => deployment === attempt.deployment && model === attempt.model)) {
    return 'retry';
  }
  if (attempt.model !== asked) {
    return 'fallback';
  }
  return before.length === 0 ? 'first' : 'next';
}
