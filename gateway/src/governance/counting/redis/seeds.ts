import type { Logger } from 'pino';

import { askLedger } from '../askLedger.js';
import { bucketOf, usefulMs } from '../buckets.js';
import { Chores } from '../chores.js';
import type { Claim, SeedAmount } from '../counters.js';
import type { Commands } from './commands.js';
import { timeToLive } from './encode.js';
import { EPOCH_KEY, counterKey } from './keys.js';
import { type Timing, slotAt } from './timing.js';

export interface SeedsParts {
  readonly commands: Commands;
  readonly timing: Timing;
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * Gives counters in Redis the ledger's sum: of the requests read before a time a little ahead, the cut. Requests read
 * later are counted in Redis alone; earlier ones that are settled after the ledger was asked are counted in Redis until
 * the sum is asked again and has them. So a sum may be asked as often as one likes, and then no request counts twice or
 * not at all.
 *
 * Accuracy: until the refresh (20 s), a counter misses what other replicas had settled but not written when the ledger
 * was asked, about `ledger.flush_ms` of their spending. From then on it is the ledger's sum.
 */
export class Seeds {
  private readonly running = new Map<string, Promise<void>>();
  /** Counters whose ledger could not be asked: they go on from what Redis has, or zero. */
  private readonly provisional = new Set<string>();
  private readonly chores: Chores;

  constructor(private readonly parts: SeedsParts) {
    this.chores = new Chores(parts.log);
  }

  /** Whether the counter must have the ledger's sum before it grants. */
  needed(claim: Claim): boolean {
    return claim.kind === 'spend' && claim.seed !== undefined && !this.provisional.has(counterKey(claim));
  }

  /**
   * Seeds a counter that has no sum of the epoch, once for all who ask at the same time.
   * @throws when Redis does not answer; never because of the ledger.
   */
  seed(claim: Claim, epoch: string, at: number): Promise<void> {
    const key = counterKey(claim);
    let running = this.running.get(key);
    if (running === undefined) {
      running = this.begin(key, claim, epoch, at).finally(() => this.running.delete(key));
      this.running.set(key, running);
    }
    return running;
  }

  close(): void {
    this.chores.close();
  }

  private async begin(key: string, claim: Claim, epoch: string, at: number): Promise<void> {
    const cut = this.nextCut();
    const sums = await askLedger(claim, cut).catch((error: unknown) => {
      this.parts.log.warn({ err: error, counter: claim.counter }, 'the ledger cannot be asked; counting without it');
      return undefined;
    });
    if (sums === undefined) {
      this.provisional.add(key);
      this.chores.add(key, 0, () => this.retry(key, claim, at));
    } else {
      await this.put(key, claim, epoch, at, cut, sums);
    }
  }

  private async retry(key: string, claim: Claim, at: number): Promise<undefined> {
    if (this.parts.now() < at + usefulMs(claim.window, at)) {
      const cut = this.nextCut();
      const sums = await askLedger(claim, cut);
      await this.put(key, claim, await this.parts.commands.epoch(), at, cut, sums);
    }
    this.provisional.delete(key);
  }

  private async put(
    key: string,
    claim: Claim,
    epoch: string,
    at: number,
    cut: number,
    sums: readonly SeedAmount[]
  ): Promise<void> {
    const { commands, timing, now } = this.parts;
    const rest = [epoch, cut, slotAt(now()), timeToLive(claim, at), ...byBucket(claim, sums)];
    const seeded = await commands.seed([key, EPOCH_KEY], rest);
    // Where another replica was faster, it does the rest.
    if (seeded === 1) {
      this.chores.add(key, timing.refreshMs, () => this.refresh(key, claim, cut));
    }
  }

  private async refresh(key: string, claim: Claim, cut: number): Promise<number | undefined> {
    const { commands, timing, now } = this.parts;
    const written = slotAt(now() - timing.writtenWithinMs);
    const sums = await askLedger(claim, cut);
    const left = await commands.refresh([key], [cut, written, ...byBucket(claim, sums)]);
    return left > 0 ? timing.refreshMs : undefined;
  }

  private nextCut(): number {
    return this.parts.now() + this.parts.timing.cutAheadMs;
  }
}

function byBucket(claim: Claim, sums: readonly SeedAmount[]): number[] {
  return sums.flatMap(({ at, amount }) => [bucketOf(claim, at), amount]);
}
