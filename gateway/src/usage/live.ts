import type { UsageEvent, UsageListener } from './event.js';

export interface LiveOptions {
  /** Most listeners at once. */
  readonly maxListeners: number;
  /** Most requests that wait for one listener; the oldest make room. */
  readonly queueSize: number;
}

/** What has come for a listener since it asked last. */
export interface LiveBatch {
  /** In the order in which they ended. */
  readonly events: readonly UsageEvent[];
  /** Requests that were left out before these, as the listener was slower than they came. */
  readonly dropped: number;
}

export interface LiveListener {
  /** Waits until there is something, at most so long; an empty batch when there was nothing. Undefined once closed. */
  next(waitMs: number): Promise<LiveBatch | undefined>;
  close(): void;
}

/** Requests as they end, on this replica, for those who watch. Costs nothing while nobody does. */
export class LiveRequests {
  private readonly queues = new Set<Queue>();
  private closed = false;

  constructor(private readonly options: LiveOptions) {}

  readonly record: UsageListener = (event) => {
    if (this.queues.size === 0) {
      return;
    }
    // Contents can be as large as a request may be, and are not told of.
    const told = event.content === undefined ? event : { ...event, content: undefined };
    for (const queue of this.queues) {
      queue.offer(told);
    }
  };

  get listeners(): number {
    return this.queues.size;
  }

  /** @returns undefined when there are as many listeners as there may be, or none is taken any more. */
  listen(matches: (event: UsageEvent) => boolean): LiveListener | undefined {
    if (this.closed || this.queues.size >= this.options.maxListeners) {
      return undefined;
    }
    const queue = new Queue(this.options.queueSize, matches, () => void this.queues.delete(queue));
    this.queues.add(queue);
    return queue;
  }

  /** Ends all streams: a stopping gateway waits for its connections. */
  close(): void {
    this.closed = true;
    this.queues.forEach((queue) => queue.close());
  }
}

class Queue implements LiveListener {
  private waiting: UsageEvent[] = [];
  /** Where the oldest is; what is before it is gone. */
  private first = 0;
  private dropped = 0;
  private closed = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly size: number,
    private readonly matches: (event: UsageEvent) => boolean,
    private readonly left: () => void
  ) {}

  offer(event: UsageEvent): void {
    if (!this.matches(event)) {
      return;
    }
    this.waiting.push(event);
    if (this.waiting.length - this.first > this.size) {
      this.first++;
      this.dropped++;
      if (this.first >= this.size) {
        this.waiting = this.waiting.slice(this.first);
        this.first = 0;
      }
    }
    this.wake?.();
  }

  async next(waitMs: number): Promise<LiveBatch | undefined> {
    if (!this.closed && this.waiting.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    if (this.closed) {
      return undefined;
    }
    const batch = { events: this.waiting.slice(this.first), dropped: this.dropped };
    this.waiting = [];
    this.first = 0;
    this.dropped = 0;
    return batch;
  }

  close(): void {
    this.closed = true;
    this.waiting = [];
    this.left();
    this.wake?.();
  }
}
