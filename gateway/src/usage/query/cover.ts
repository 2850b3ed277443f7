import type { TimeRange } from './timeRange.js';

export interface Cover {
  /** What whole grains cover: ascending, none touches the next. */
  readonly whole: readonly TimeRange[];
  /** The rest: parts of grains, and grains that a cut goes through. */
  readonly ragged: readonly TimeRange[];
}

/**
 * Cuts a range into what sums by grain (say, by hour) can answer and what they cannot: a grain that the range's ends or
 * a cut go through has parts that must be told apart.
 */
export function cover({ from, to }: TimeRange, cuts: readonly number[], grainMs: number): Cover {
  const startOf = (time: number): number => Math.floor(time / grainMs) * grainMs;
  const split = [from, to, ...cuts].filter((time) => time >= from && time <= to && time % grainMs !== 0);
  const ragged = [...new Set(split.map(startOf))]
    .sort((a, b) => a - b)
    .map((start) => ({ from: Math.max(start, from), to: Math.min(start + grainMs, to) }));
  const whole: TimeRange[] = [];
  let at = from;
  for (const range of [...ragged, { from: to, to }]) {
    if (range.from > at) {
      whole.push({ from: at, to: range.from });
    }
    at = range.to;
  }
  return { whole, ragged };
}
