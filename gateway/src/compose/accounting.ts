import { join } from 'node:path';
import type { Logger } from 'pino';

import type { Config } from '../config/schema.js';
import { EventLog } from '../events/eventLog.js';
import { openStore } from '../store/openStore.js';
import type { QueryTimer } from '../store/queryLog.js';
import type { Store } from '../store/store.js';
import { Ledger } from '../usage/ledger.js';
import { startRetention } from '../usage/retention.js';

export interface AccountingParts {
  readonly env: NodeJS.ProcessEnv;
  readonly dataDirectory: string;
  readonly ledger: Config['ledger'];
  /** As it is now. */
  readonly config: () => Config;
  readonly onQuery: QueryTimer;
  /** How long the store took for a batch of the ledger, in milliseconds. */
  readonly onLedgerBatch: (durationMs: number) => void;
  readonly log: Logger;
}

export interface Accounting {
  readonly store: Store;
  /** For reports: a long one holds up no look-up of a key's or a budget's. */
  readonly reports: Store;
  readonly events: EventLog;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** The store, the ledger and the event log that write to it, and what keeps it from growing for ever. */
export async function openAccounting(parts: AccountingParts): Promise<Accounting> {
  const { env, dataDirectory, onQuery, log } = parts;
  const databaseUrl = env['DATABASE_URL'] || undefined;
  const file = join(dataDirectory, 'ledger.sqlite');
  const store = await openStore({ databaseUrl, file, log, onQuery });
  // PostgreSQL's connections are many; SQLite's answers one question at a time.
  const reports = databaseUrl === undefined ? await openStore({ file, log, migrate: false, onQuery }) : store;
  const events = new EventLog({ db: store.db, log });
  const ledger = await Ledger.open({
    directory: dataDirectory,
    databaseUrl,
    file,
    flushMs: parts.ledger.flush_ms,
    maxPending: parts.ledger.max_pending,
    onBatch: parts.onLedgerBatch,
    onAvailability: (available, reason) =>
      events.record({ time: Date.now(), type: available ? 'store_up' : 'store_down', reason }),
    log,
  });
  const retention = startRetention({
    store,
    days() {
      const { retention_days, rollup_retention_days, contents } = parts.config().ledger;
      return { requests: retention_days, contents: contents.retention_days, rollups: rollup_retention_days };
    },
    log,
  });
  return {
    store,
    reports,
    events,
    ledger,
    async close() {
      await retention.stop();
      await ledger.close();
      await events.close();
      await store.close();
      if (reports !== store) {
        await reports.close();
      }
    },
  };
}
