import type { Counter } from 'prom-client';

import type { Provider } from '../providers/provider.js';
import type { Ledger } from '../usage/ledger.js';
import type { Instruments } from './registry.js';

/** Reads the state of the gateway's parts when Prometheus asks, so that it costs nothing per request. */
export function observeState(metrics: Instruments, providers: readonly Provider[], ledger: Ledger): void {
  collecting(metrics.activeRequests, () => {
    for (const { name, upstream } of providers) {
      const { running, queued } = upstream.pool.stats;
      metrics.activeRequests.set({ provider: name }, running + queued);
    }
  });
  collecting(metrics.ledgerPending, () => metrics.ledgerPending.set(ledger.counts.pending));
  collecting(metrics.ledgerWritten, () => setCounter(metrics.ledgerWritten, ledger.counts.written));
  collecting(metrics.ledgerWriteFailures, () => setCounter(metrics.ledgerWriteFailures, ledger.counts.failures));
}

/** prom-client takes `collect` in a constructor only, but reads it from the instrument. */
function collecting(instrument: object, collect: () => void): void {
  Object.assign(instrument, { collect });
}

function setCounter(counter: Counter, total: number): void {
  counter.reset();
  counter.inc(total);
}
