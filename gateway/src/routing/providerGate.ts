/** Whether a provider takes our credential. Shared by its deployments: they have the same one. */
export class ProviderGate {
  private until = 0;
  private refusedAt = 0;

  /** @param retryMs how long a refused credential is left alone, in milliseconds */
  constructor(
    private readonly retryMs: number,
    private readonly onRefused: (at: number) => void
  ) {}

  refuse(at: number): void {
    if (at >= this.until) {
      this.refusedAt = at;
      this.onRefused(at);
    }
    this.until = at + this.retryMs;
  }

  /** Epoch milliseconds since which it is refused; undefined while it is not. */
  refusedSince(now: number): number | undefined {
    return now < this.until ? this.refusedAt : undefined;
  }

  accept(): void {
    this.until = 0;
  }
}
