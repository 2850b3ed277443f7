import type { Client } from './client.js';

/**
 * Whether the client is still there, and what to end at once when it leaves. An AbortController would do, at several
 * times the cost, on every request.
 */
export class Departure {
  gone = false;
  private end: (() => void) | undefined;

  constructor(client: Client) {
    client.onLeave(() => {
      this.gone = true;
      this.end?.();
    });
  }

  /** Says what is under way now, in place of what was before. */
  during(end: () => void): void {
    this.end = end;
    if (this.gone) {
      end();
    }
  }

  /** Waits, but not longer than the client is there. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.during(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
