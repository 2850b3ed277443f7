import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Aborts when the client is gone, so that nothing goes on for nobody. */
export function clientGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** Ends the connection with a TCP reset, as a crash does; the client sees ECONNRESET. */
export function resetConnection(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Leaves the connection open without a word until the client goes, or at last the limit is over. */
export async function stall(response: ServerResponse, limitMs: number, gone: AbortSignal): Promise<void> {
  await pause(limitMs, gone);
  response.destroy();
}

/** Waits; ends early when the client is gone. */
export async function pause(milliseconds: number, gone: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || gone.aborted) {
    return;
  }
  await sleep(milliseconds, undefined, { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) {
      throw error;
    }
  });
}
