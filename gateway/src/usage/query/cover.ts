import type { TimeRange } from './timeRange.js';

export interface Cover {
  /** From the first whole grain to the last; undefined where there is none. */
  readonly whole: TimeRange | undefined;
  /** Starts of the grains in between that are ragged. */
  readonly except: readonly number[];
  /** The rest, ascending: parts of grains, and grains that a cut goes through. */
  readonly ragged: readonly TimeRange[];
}

/**
 * Cuts a range into what sums by grain (say, by hour) can answer and what they cannot: a grain that the range's ends or
 * a cut go through has parts that must be told apart.
 */
export function cover({ from, to }: TimeRange, cuts: readonly number[], grainMs: number): Cover {
  const startOf = (time: number): number => Math.floor(time / grainMs) * grainMs;
  const split = [from, to, ...cuts].filter((time) => time >= from && time <= to && time % grainMs !== 0);
  const starts = [...new Set(split.map(startOf))].sort((a, b) => a - b);
  const ragged = starts.map((start) => ({ from: Math.max(start, from), to: Math.min(start + grainMs, to) }));
  // Whole grains lie between the ragged ones that are next to each other.
  const edges = [{ from, to: from }, ...ragged, { from: to, to }];
  const gaps = edges.slice(1).flatMap((next, at) => {
    const before = edges[at];
    return before !== undefined && next.from > before.to ? [{ from: before.to, to: next.from }] : [];
  });
  const [first] = gaps;
  const last = gaps.at(-1);
  if (first === undefined || last === undefined) {
    return { whole: undefined, except: [], ragged };
  }
  const whole = { from: first.from, to: last.to };
  return { whole, except: starts.filter((start) => start >= whole.from && start < whole.to), ragged };
}
