import { GatewayError } from '../errors/gatewayError.js';

/** A place in the queue. */
export interface Place {
  /** Resolves when it may be tried again; rejects with a 503 when the wait is over. */
  readonly called: Promise<void>;
  /** Gives the place up; `called` resolves. */
  leave(): void;
  /** When the wait is over, on the clock of `performance.now()`. */
  readonly until: number;
}

interface Waiter {
  readonly ready: (() => boolean) | undefined;
  readonly call: () => void;
}

/**
 * How often someone is called without a call having ended, in milliseconds: a pause may be over, a circuit breaker may
 * let calls through again, or the one called before may have left without using its turn.
 */
const SWEEP_MS = 50;

/** Requests that wait for a deployment to have room for them, first come, first served. */
export class WaitingRoom {
  private waiting: Waiter[] = [];
  private sweep: NodeJS.Timeout | undefined;

  /**
   * @param places most that may wait
   * @param timeoutMs longest wait, in milliseconds
   * @param limit what it is that they wait for, for those who wait in vain
   */
  constructor(
    private readonly places: number,
    private readonly timeoutMs: number,
    private readonly limit = "The model's deployments are at their limit (max_concurrent)"
  ) {}

  get length(): number {
    return this.waiting.length;
  }

  /**
   * @param ready whether there is room for this one now; left out, every call that ends makes room
   * @param again the place it had when it was called in vain: it keeps its turn and its time
   * @throws GatewayError 503 when too many wait already.
   */
  enter(ready?: () => boolean, again?: Place): Place {
    if (again === undefined && this.waiting.length >= this.places) {
      throw this.full(`${this.places} requests wait for a place already`);
    }
    const until = again?.until ?? performance.now() + this.timeoutMs;
    let leave = () => {};
    const called = new Promise<void>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.remove(waiter);
      };
      const timer = setTimeout(() => {
        done();
        reject(this.full(`no place became free within ${this.timeoutMs} ms`));
      }, until - performance.now());
      leave = () => {
        done();
        resolve();
      };
      const waiter: Waiter = { ready, call: leave };
      this.waiting = again === undefined ? [...this.waiting, waiter] : [waiter, ...this.waiting];
    });
    this.sweep ??= setInterval(() => this.waiting.find((each) => each.ready?.())?.call(), SWEEP_MS);
    return { called, leave, until };
  }

  /** A call has ended somewhere: of those who could use it, the one that has waited longest may try. */
  callNext(): void {
    this.waiting.find(({ ready }) => ready === undefined || ready())?.call();
  }

  private remove(waiter: Waiter): void {
    this.waiting = this.waiting.filter((each) => each !== waiter);
    if (this.waiting.length === 0) {
      clearInterval(this.sweep);
      this.sweep = undefined;
    }
  }

  private full(why: string): GatewayError {
    return new GatewayError(`${this.limit}, and ${why}. Try again shortly.`, {
      status: 503,
      type: 'overloaded',
      code: 'queue_full',
      retryAfterSeconds: 1,
    });
  }
}
