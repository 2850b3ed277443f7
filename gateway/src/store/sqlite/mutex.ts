/** Lets one in at a time, in the order in which they came. */
export interface Mutex {
  /** Resolves with what lets the next one in. */
  lock(): Promise<() => void>;
  /** How many are in or want to be. */
  readonly size: number;
}

export function createMutex(): Mutex {
  let last = Promise.resolve();
  let size = 0;
  return {
    get size() {
      return size;
    },
    async lock() {
      size += 1;
      const before = last;
      let unlock: () => void = () => undefined;
      last = new Promise((resolve) => {
        unlock = () => {
          size -= 1;
          resolve();
        };
      });
      await before;
      return unlock;
    },
  };
}
