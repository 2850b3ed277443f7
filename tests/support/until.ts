import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to become true. */
export async function until(condition: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await condition()); await sleep(20)) {
    if (Date.now() > end) {
      throw new Error(`it did not come to that within ${withinMs} ms`);
    }
  }
}
