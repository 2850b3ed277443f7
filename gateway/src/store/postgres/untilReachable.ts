import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Nobody listens, or the server is starting or stopping. Waiting for a connection has no code. */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0[1-3])$/;
const NO_CONNECTION = /timeout exceeded when trying to connect|Connection terminated/;
const PAUSE_MS = 500;

/**
 * Runs something on a database that may still be starting, as it does when everything is started together.
 * @throws what it threw, when it is of another kind, or the database is still away after `waitMs`.
 */
export async function untilReachable<Result>(
  run: () => Promise<Result>,
  waitMs: number,
  log: Logger | undefined
): Promise<Result> {
  const end = Date.now() + waitMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isAway(error) || Date.now() >= end) {
        throw error;
      }
      if (attempt === 1) {
        log?.warn({ err: error }, 'PostgreSQL does not answer; trying again');
      }
    }
    await sleep(PAUSE_MS);
  }
}

function isAway(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return AWAY.test(String(code)) || NO_CONNECTION.test(message);
}
