import type { Deployment } from '../deployment.js';

/** A deployment as it stands at the moment of choosing. */
export interface Candidate {
  readonly deployment: Deployment;
  /** Calls to it under way. */
  readonly active: number;
  /** Moving average of its time to first token, in milliseconds; undefined until it has answered. */
  readonly firstTokenMs: number | undefined;
  /** Share of its rate limit that is left, 0 to 1, the least of requests and tokens; undefined when it does not say. */
  readonly headroom: number | undefined;
}

/**
 * Orders candidates, the best first; the others stand by in case it fails.
 * @param random uniform in [0, 1)
 */
export type Strategy = (candidates: readonly Candidate[], random: () => number) => readonly Candidate[];

/** Ascending by a number, ties in random order: equals must share, not queue behind the first of the file. */
export function ascendingBy(
  candidates: readonly Candidate[],
  of: (candidate: Candidate) => number,
  random: () => number
): readonly Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, value: of(candidate), tie: random() }))
    .sort((a, b) => a.value - b.value || a.tie - b.tie)
    .map(({ candidate }) => candidate);
}
