import type { BatchResult } from './ledgerBatch.js';

/** Requests, and their cost in nano-dollars. */
export interface Tally {
  readonly requests: number;
  readonly nanoUsd: number;
}

/**
 * What of this process's own events the store says that it has, and what is on its way to it. Events that an earlier
 * process left pass through and are not counted; neither is a request that the store had before, unless it may be from
 * a batch of ours whose answer was lost.
 */
export class LedgerBooks {
  /** Of the lines that wait, in their order: nano-dollars, or undefined for one of an earlier process. */
  private readonly waiting: Array<number | undefined> = [];
  private readonly onItsWay = { requests: 0, nanoUsd: 0 };
  private readonly inStore = { requests: 0, nanoUsd: 0 };

  get pending(): Tally {
    return { ...this.onItsWay };
  }

  get stored(): Tally {
    return { ...this.inStore };
  }

  /** An event goes on its way. @param nanoUsd its cost; undefined for one of an earlier process */
  add(nanoUsd: number | undefined): void {
    this.waiting.push(nanoUsd);
    if (nanoUsd !== undefined) {
      this.onItsWay.requests += 1;
      this.onItsWay.nanoUsd += nanoUsd;
    }
  }

  /** The oldest lines have left. @param tried how many of them may have been written before */
  settle(count: number, { stored, known }: Pick<BatchResult, 'stored' | 'known'>, tried: number): void {
    const twice = new Set(known.filter((index) => index >= tried));
    this.waiting.splice(0, count).forEach((nanoUsd, index) => {
      if (nanoUsd === undefined) {
        return;
      }
      this.onItsWay.requests -= 1;
      this.onItsWay.nanoUsd -= nanoUsd;
      const has = stored[index];
      if (has !== undefined && has !== null && !twice.has(index)) {
        this.inStore.requests += 1;
        this.inStore.nanoUsd += has;
      }
    });
  }
}
