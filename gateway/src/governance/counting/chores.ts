import type { Logger } from 'pino';

/** Does something that may be late; says in how many milliseconds it is to be done again, if at all. */
export type Chore = () => Promise<number | undefined>;

const RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

/**
 * Work behind the requests' backs, one piece after the other. What fails is tried again until it succeeds; as all of it
 * fails for the same reason, the rest waits as well.
 */
export class Chores {
  private readonly pending = new Map<string, { readonly chore: Chore; readonly due: number }>();
  private timer: NodeJS.Timeout | undefined;
  /** Of the timer, on the clock of `performance.now()`. */
  private wakesAt = Infinity;
  private notBefore = 0;
  private failures = 0;
  private working = false;
  private closed = false;

  constructor(private readonly log: Logger) {}

  /** Replaces a chore of the same name. */
  add(name: string, delayMs: number, chore: Chore): void {
    const due = performance.now() + delayMs;
    this.pending.set(name, { chore, due });
    if (!this.working) {
      this.wakeAt(due);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.pending.clear();
  }

  private wakeAt(due: number): void {
    const at = Math.max(due, this.notBefore);
    if (this.closed || at >= this.wakesAt) {
      return;
    }
    clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => void this.work(), at - performance.now());
    this.timer.unref();
  }

  private async work(): Promise<void> {
    this.working = true;
    for (const [name, { due }] of this.pending) {
      if (due <= performance.now() && !this.closed && !(await this.done(name))) {
        break;
      }
    }
    this.working = false;
    this.wakesAt = Infinity;
    const dues = [...this.pending.values()].map(({ due }) => due);
    this.wakeAt(dues.reduce((first, due) => Math.min(first, due), Infinity));
  }

  private async done(name: string): Promise<boolean> {
    const each = this.pending.get(name);
    try {
      const again = await each?.chore();
      this.failures = 0;
      if (this.pending.get(name) === each) {
        this.pending.delete(name);
        if (each !== undefined && again !== undefined) {
          this.pending.set(name, { chore: each.chore, due: performance.now() + again });
        }
      }
      return true;
    } catch (error) {
      this.notBefore = performance.now() + Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** this.failures);
      this.failures++;
      this.log.warn({ err: error, chore: name }, 'a counter cannot be compared with the ledger yet; it is tried again');
      return false;
    }
  }
}
