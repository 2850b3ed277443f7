/** Signatures remembered at most; a notification goes out once per group and interval, so that this is plenty. */
const MOST = 10_000;

/** Remembers which signed calls were taken, so that one that is sent again is not taken again. */
export class SeenSignatures {
  /** Signature to the time from which its own timestamp refuses it, in the order of that time. */
  private readonly seen = new Map<string, number>();

  /** @param validMs how long a signature can be valid after its first use, in milliseconds */
  constructor(
    private readonly validMs: number,
    private readonly most = MOST
  ) {}

  /** Takes a signature. `full`: there is no room to remember it, so that the call cannot be taken now. */
  take(signature: string, now: number): 'new' | 'seen' | 'full' {
    for (const [old, until] of this.seen) {
      if (until > now) {
        break;
      }
      this.seen.delete(old);
    }
    if (this.seen.has(signature)) {
      return 'seen';
    }
    if (this.seen.size >= this.most) {
      return 'full';
    }
    this.seen.set(signature, now + this.validMs);
    return 'new';
  }

  /** The call failed on our side: it may come again. */
  release(signature: string): void {
    this.seen.delete(signature);
  }
}
