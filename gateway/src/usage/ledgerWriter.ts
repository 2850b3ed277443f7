import { type BatchResult, writeBatch } from './ledgerBatch.js';
import { type StoreOptions, openStore } from '../store/openStore.js';

/** Writes batches of events, given as lines, to the store; one at a time. */
export interface LedgerWriter {
  /** As writeBatch. @throws when the batch may not have been written: it can be given again. */
  write(lines: readonly string[]): Promise<BatchResult>;
  close(): Promise<void>;
}

/** Writes in the calling thread, on a connection of its own. */
export async function openWriter(options: Pick<StoreOptions, 'databaseUrl' | 'file'>): Promise<LedgerWriter> {
  const store = await openStore({ ...options, threads: false, migrate: false, connections: 1 });
  return {
    write: (lines) => writeBatch(store, lines),
    close: () => store.close(),
  };
}
