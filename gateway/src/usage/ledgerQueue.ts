/** Lines that wait for the store, the oldest first. */
export interface LedgerQueue {
  readonly length: number;
  /** Of their text, in UTF-16 code units. */
  readonly size: number;
  /** Epoch milliseconds at which the oldest came; undefined when there is none. */
  readonly oldest: number | undefined;
  add(line: string, now: number): void;
  /** The oldest lines, as many as make a batch. They stay until they are dropped. */
  batch(): readonly string[];
  drop(count: number): void;
}

/** Most rows of one transaction, and most of their text, unless the first alone is longer. */
export const BATCH = 500;
const BATCH_SIZE = 4_000_000;

export function createLedgerQueue(): LedgerQueue {
  const lines: string[] = [];
  const times: number[] = [];
  let size = 0;
  return {
    get length() {
      return lines.length;
    },
    get size() {
      return size;
    },
    get oldest() {
      return times[0];
    },
    add(line, now) {
      lines.push(line);
      times.push(now);
      size += line.length;
    },
    batch() {
      let total = 0;
      const first = lines.slice(0, BATCH);
      const end = first.findIndex((line, at) => {
        total += line.length;
        return at > 0 && total > BATCH_SIZE;
      });
      return end === -1 ? first : first.slice(0, end);
    },
    drop(count) {
      times.splice(0, count);
      for (const line of lines.splice(0, count)) {
        size -= line.length;
      }
    },
  };
}
