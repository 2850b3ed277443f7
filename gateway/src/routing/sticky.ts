import type { Candidate } from './strategies/strategy.js';

/**
 * Rendezvous hashing: the same key gets the same deployment as long as that one is there, and when one goes or comes,
 * only its share of the keys moves.
 */
export function stickyOrder(candidates: readonly Candidate[], key: string): readonly Candidate[] {
  return candidates
    .map((candidate) => ({
      candidate,
      score: score(`${key}\n${candidate.deployment.id}`, candidate.deployment.weight),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
}

/** Weighted rendezvous score: a weight twice as large wins twice as many keys. */
function score(text: string, weight: number): number {
  const uniform = (hash(text) + 0.5) / 0x1_0000_0000;
  return weight / -Math.log(uniform);
}

/** FNV-1a, finished as MurmurHash3 is, so that texts that differ at their end differ everywhere. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
