export interface SampledOptions<Value> {
  readonly read: () => Promise<Value>;
  /** Not read again sooner than this, in milliseconds. */
  readonly everyMs: number;
  /** Longest that one who asks waits for a new value, in milliseconds. */
  readonly patienceMs?: number;
  /** How long a value is given while no newer one comes, in milliseconds. */
  readonly keepMs?: number;
  readonly onError?: (error: unknown) => void;
  readonly now?: () => number;
}

const PATIENCE_MS = 100;
const KEEP_MS = 60_000;

/**
 * Something that takes a database or Redis to know. It is read when someone asks, at most every so often and once at a
 * time; who asks waits a moment at most, and gets the value before that when it takes longer or fails.
 */
export class Sampled<Value> {
  private value: { readonly of: Value; readonly at: number } | undefined;
  private begunAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(private readonly options: SampledOptions<Value>) {}

  /** The newest value; undefined before the first, and when it is too old. Never throws. */
  async latest(): Promise<Value | undefined> {
    const { everyMs, patienceMs = PATIENCE_MS, keepMs = KEEP_MS, now = Date.now } = this.options;
    if (this.reading === undefined && now() - this.begunAt >= everyMs) {
      this.begunAt = now();
      this.reading = this.read(now).finally(() => (this.reading = undefined));
    }
    if (this.reading !== undefined) {
      await within(this.reading, patienceMs);
    }
    return this.value !== undefined && now() - this.value.at <= keepMs ? this.value.of : undefined;
  }

  private async read(now: () => number): Promise<void> {
    try {
      const of = await this.options.read();
      this.value = { of, at: now() };
    } catch (error) {
      this.options.onError?.(error);
    }
  }
}

function within(work: Promise<void>, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  return Promise.race([work, enough]).finally(() => clearTimeout(timer));
}
