/** Lets one in at a time, in the order in which they came. */
export interface Mutex {
  /** Resolves with what lets the next one in. */
  lock(): Promise<() => void>;
}

export function createMutex(): Mutex {
  let last = Promise.resolve();
  return {
    async lock() {
      const before = last;
      let unlock: () => void = () => undefined;
      last = new Promise((resolve) => {
        unlock = resolve;
      });
      await before;
      return unlock;
    },
  };
}
