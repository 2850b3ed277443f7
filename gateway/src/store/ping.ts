import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';

import type { Store } from './store.js';

export interface StorePing {
  readonly up: boolean;
  readonly latencyMs: number | undefined;
  /** Why it did not answer; holds no secret. */
  readonly reason: string | undefined;
}

/** Longest wait for the store, in milliseconds. */
const LONGEST_MS = 2_000;

/** Whether the store answers now. Never rejects. */
export async function pingStore({ db }: Pick<Store, 'db'>, longestMs = LONGEST_MS): Promise<StorePing> {
  const began = performance.now();
  const late = new AbortController();
  try {
    await Promise.race([
      sql`select 1`.execute(db),
      sleep(longestMs, undefined, { signal: late.signal }).then(() => {
        throw new Error(`no answer within ${longestMs} ms`);
      }),
    ]);
    return { up: true, latencyMs: Math.round((performance.now() - began) * 10) / 10, reason: undefined };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { up: false, latencyMs: undefined, reason: code === undefined ? message : `${code}: ${message}` };
  } finally {
    late.abort();
  }
}
