import type { QueryTimer } from '../../store/queryLog.js';
import type { Connections } from '../../store/store.js';
import type { Instruments } from '../registry.js';
import { HistogramChild } from '../series/histogramChild.js';
import { Sampled } from './sampled.js';

export interface DatabaseParts {
  /** Of each pool. */
  readonly connections: () => readonly Connections[];
  /** Asks the database something that costs it nothing. @throws when it does not answer */
  readonly ping: () => Promise<unknown>;
  /** Whether the database refused the ledger's last batch. */
  readonly refusing: () => boolean;
}

/** At most as often as it is scraped. */
const PING_EVERY_MS = 5_000;
/** Longer than a busy database takes, in milliseconds. */
const PING_MS = 3_000;

/** The database: whether it is there, and its connections. @returns what reads it */
export function observeDatabase(metrics: Instruments, parts: DatabaseParts): () => Promise<void> {
  const answers = new Sampled({ read: () => answersInTime(parts.ping), everyMs: PING_EVERY_MS });
  return async () => {
    const sums = { active: 0, idle: 0, waiting: 0, max: 0 };
    for (const { active, idle, waiting, max } of parts.connections()) {
      sums.active += active;
      sums.idle += idle;
      sums.waiting += waiting;
      sums.max += max;
    }
    for (const state of ['active', 'idle', 'waiting'] as const) {
      metrics.databaseConnections.set({ state }, sums[state]);
    }
    metrics.databaseConnectionsMax.set(sums.max);
    // After them: the question takes a connection too.
    const up = (await answers.latest()) !== false && !parts.refusing();
    metrics.storeUp.set(up ? 1 : 0);
  };
}

async function answersInTime(ping: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_MS);
  });
  const answered = ping().then(
    () => true,
    () => false
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

/** Times queries, and batches of the ledger. */
export function timeDatabase({ databaseQueryDuration }: Instruments): {
  readonly onQuery: QueryTimer;
  readonly onLedgerBatch: (durationMs: number) => void;
} {
  const children = new Map<string, HistogramChild>();
  const observe = (operation: string, durationMs: number): void => {
    const child = children.get(operation) ?? new HistogramChild(databaseQueryDuration, { operation });
    children.set(operation, child);
    child.observe(durationMs / 1000);
  };
  return { onQuery: observe, onLedgerBatch: (durationMs) => observe('ledger_write', durationMs) };
}
