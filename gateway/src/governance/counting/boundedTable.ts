/** Whether a value may leave: it is of no use, it can be had again, or it is needed. */
export type Worth = 'none' | 'some' | 'needed';

/** Entries looked at for each new one: so a table shrinks faster than it grows. */
const LOOKS = 4;
/** Most entries looked at to make room for one. */
const LOOKS_WHEN_FULL = 64;

interface Entry<Value> {
  readonly value: Value;
  /** Asked for since it was last looked at. */
  recent: boolean;
}

/**
 * Values by name, as many as fit: where there are too many, one that has not been asked for in a while goes (the CLOCK
 * algorithm). Only what is needed may stay beyond that.
 */
export class BoundedTable<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private hand: MapIterator<[string, Entry<Value>]> | undefined;

  constructor(
    private readonly max: number,
    private readonly worth: (value: Value) => Worth
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(name: string): Value | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) {
      return undefined;
    }
    entry.recent = true;
    return entry.value;
  }

  add(name: string, value: Value): void {
    this.makeRoom();
    this.entries.set(name, { value, recent: true });
  }

  private makeRoom(): void {
    const full = this.entries.size >= this.max;
    for (let look = 0; look < (full ? LOOKS_WHEN_FULL : LOOKS); look++) {
      const [name, entry] = this.next() ?? [];
      if (name === undefined || entry === undefined) {
        return;
      }
      const worth = this.worth(entry.value);
      const goes = worth === 'none' || (worth === 'some' && full && !entry.recent);
      entry.recent = false;
      if (goes) {
        this.entries.delete(name);
        if (full && this.entries.size < this.max) {
          return;
        }
      }
    }
  }

  private next(): [string, Entry<Value>] | undefined {
    for (let round = 0; round < 2; round++) {
      this.hand ??= this.entries.entries();
      const { done, value } = this.hand.next();
      if (done !== true) {
        return value;
      }
      this.hand = undefined;
    }
    return undefined;
  }
}
