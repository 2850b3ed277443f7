import type { LedgerCounts } from '../../usage/ledger.js';
import type { Instruments } from '../registry.js';
import { setTotal } from './setTotal.js';

/** How far the ledger is. @returns what reads it */
export function observeLedger(metrics: Instruments, ledger: { readonly counts: LedgerCounts }): () => void {
  return () => {
    const { pending, oldestPendingMs, journalBytes, written, failures, refused } = ledger.counts;
    metrics.ledgerPending.set(pending);
    metrics.ledgerLag.set(oldestPendingMs / 1000);
    metrics.ledgerJournal.set(journalBytes);
    setTotal(metrics.ledgerWritten, written);
    setTotal(metrics.ledgerWriteFailures, failures);
    setTotal(metrics.ledgerRefused, refused);
  };
}
