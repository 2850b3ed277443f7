/** Parts that a deadline is counted in. */
const TICKS = 5;

/**
 * Rejects what takes too long. A process that was busy finds deadlines passed and answers unread at the same moment: so
 * time is counted in ticks, of which none is counted twice while the process is busy, and what has arrived is read
 * before the last one counts.
 */
export class Deadline {
  /** What began in each of the last ticks, the latest first. */
  private waiting: Array<Set<() => void>> = [new Set()];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly timeoutMs: number) {}

  /** @throws Error when it takes longer than the timeout, and at most a fifth more. */
  async within<Answer>(asked: Promise<Answer>): Promise<Answer> {
    const [current] = this.waiting as [Set<() => void>];
    this.timer ??= setInterval(() => setImmediate(() => this.tick()), this.timeoutMs / TICKS).unref();
    let giveUp = () => {};
    const tooLate = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(new Error(`no answer within ${this.timeoutMs} ms`));
    });
    current.add(giveUp);
    try {
      return await Promise.race([asked, tooLate]);
    } finally {
      current.delete(giveUp);
    }
  }

  private tick(): void {
    this.waiting.unshift(new Set());
    const late = this.waiting.length > TICKS + 1 ? this.waiting.pop() : undefined;
    late?.forEach((giveUp) => giveUp());
    if (this.waiting.every(({ size }) => size === 0)) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }
}
