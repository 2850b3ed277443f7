import { setTimeout as sleep } from 'node:timers/promises';

import type { UsageTotals } from './readTotals.js';

/** How long totals are good for, in milliseconds: nobody scrapes them more often. */
const KEPT_MS = 10_000;
/** Longest wait for the store, in milliseconds; Prometheus waits for 10 s. */
const LONGEST_MS = 5_000;

/** Reads totals at most every few seconds, however many ask, and once for all who ask at the same time. */
export class RecentTotals {
  private latest: { readonly totals: UsageTotals; readonly at: number } | undefined;
  private reading: Promise<UsageTotals> | undefined;

  constructor(
    private readonly read: () => Promise<UsageTotals>,
    private readonly now: () => number = () => performance.now(),
    private readonly longestMs = LONGEST_MS
  ) {}

  /** @throws when the store refuses, or does not answer in time. */
  async get(): Promise<UsageTotals> {
    if (this.latest !== undefined && this.now() - this.latest.at < KEPT_MS) {
      return this.latest.totals;
    }
    // One that hangs is waited for by others too, so that no more of them are begun.
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    const late = new AbortController();
    try {
      return await Promise.race([this.reading, this.tooLate(late.signal)]);
    } finally {
      late.abort();
    }
  }

  private async readNow(): Promise<UsageTotals> {
    const totals = await this.read();
    this.latest = { totals, at: this.now() };
    return totals;
  }

  private async tooLate(signal: AbortSignal): Promise<never> {
    await sleep(this.longestMs, undefined, { signal });
    throw new Error(`the store did not answer within ${this.longestMs} ms`);
  }
}
