import type { Store } from '../../store/store.js';

/** What the routes that read the ledger take. */
export interface LedgerParts {
  readonly store: Pick<Store, 'db' | 'dialect'>;
  /** Writes what has ended but is not in the store yet, as far as it can: it should be in the answer. Never rejects. */
  readonly flush: () => Promise<unknown>;
}
