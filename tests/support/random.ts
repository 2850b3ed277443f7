/** A repeatable source of numbers from 0 to 1 (mulberry32), so that a failing draw can be drawn again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `from` to `to`, both included. */
export function integer(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[integer(random, 0, items.length - 1)] as Item;
}

/** True in a share of all draws. */
export function chance(random: () => number, share: number): boolean {
  return random() < share;
}

/** Cuts bytes at random places into pieces of at least one byte. */
export function cut(bytes: Buffer, random: () => number, longest: number): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + integer(random, 1, longest));
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}
