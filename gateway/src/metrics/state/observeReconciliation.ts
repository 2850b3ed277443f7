import type { Tally } from '../../usage/ledgerBooks.js';
import type { Instruments } from '../registry.js';
import { isOff } from '../series/off.js';
import { type StoredValue, storedValues } from '../series/stored.js';

/** What the ledger knows of this process's events. */
export interface Books {
  readonly stored: Tally;
  readonly pending: Tally;
}

const NANO_PER_USD = 1e9;

/**
 * What the counters of this process have more than the store says it holds and what is on its way to it. Each side
 * counts for itself: neither is made of the other. @returns what reads it
 */
export function observeReconciliation(metrics: Instruments, books: Books): () => void {
  const { requests, cost, reconciliationDriftRequests, reconciliationDriftUsd } = metrics;
  return () => {
    const { stored, pending } = books;
    if (isOff(requests)) {
      reconciliationDriftRequests.remove();
    } else {
      reconciliationDriftRequests.set(sum(storedValues(requests)) - stored.requests - pending.requests);
    }
    if (isOff(cost)) {
      reconciliationDriftUsd.remove();
    } else {
      // In whole nano-dollars: a difference of fractions would not be 0.
      reconciliationDriftUsd.set((sum(storedValues(cost)) - stored.nanoUsd - pending.nanoUsd) / NANO_PER_USD);
    }
  };
}

function sum(values: readonly StoredValue[]): number {
  return values.reduce((total, { value }) => total + value, 0);
}
