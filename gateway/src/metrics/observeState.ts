import type { Counter } from 'prom-client';

import type { Provider } from '../providers/provider.js';
import type { BreakerState } from '../routing/breaker.js';
import type { RoutingEvents } from '../routing/events.js';
import type { Router } from '../routing/router.js';
import type { Ledger } from '../usage/ledger.js';
import type { Instruments } from './registry.js';

export interface ObservedParts {
  readonly current: () => { readonly providers: ReadonlyMap<string, Provider>; readonly router: Router };
  readonly events: RoutingEvents;
  readonly ledger: Ledger;
  /** Counters that are shared through Redis; undefined where they are not. */
  readonly shared: { readonly state: 'up' | 'down'; readonly fallbacks: number } | undefined;
}

const BREAKER_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, open: 1, half_open: 2 };

/** Reads the state of the gateway's parts when Prometheus asks, so that it costs nothing per request. */
export function observeState(metrics: Instruments, { current, events, ledger, shared }: ObservedParts): void {
  collecting(metrics.activeRequests, () => {
    metrics.activeRequests.reset();
    for (const { name, upstream } of current().providers.values()) {
      const { running, queued } = upstream.pool.stats;
      metrics.activeRequests.set({ provider: name }, running + queued);
    }
  });
  collecting(metrics.breakerState, () => {
    metrics.breakerState.reset();
    const now = Date.now();
    for (const { deployment, breaker } of current().router.states) {
      const labels = { provider: deployment.provider.name, deployment: deployment.id };
      metrics.breakerState.set(labels, BREAKER_VALUES[breaker.state(now)]);
    }
  });
  collecting(metrics.reportedLimitRemaining, () => {
    metrics.reportedLimitRemaining.reset();
    for (const { deployment, reported } of current().router.states) {
      const labels = { provider: deployment.provider.name, deployment: deployment.id };
      for (const kind of ['requests', 'tokens'] as const) {
        const limit = reported?.[kind];
        if (limit !== undefined) {
          metrics.reportedLimitRemaining.set({ ...labels, kind }, limit.remaining);
        }
      }
    }
  });
  collecting(metrics.queuedRequests, () => metrics.queuedRequests.set(current().router.waitingRoom.length));
  collecting(metrics.ledgerPending, () => metrics.ledgerPending.set(ledger.counts.pending));
  collecting(metrics.ledgerLag, () => metrics.ledgerLag.set(ledger.counts.oldestPendingMs / 1000));
  collecting(metrics.ledgerJournal, () => metrics.ledgerJournal.set(ledger.counts.journalBytes));
  // A gauge that is never set has one series of value 0, which would say that Redis is down.
  collecting(metrics.sharedStateUp, () =>
    shared === undefined ? metrics.sharedStateUp.remove() : metrics.sharedStateUp.set(shared.state === 'up' ? 1 : 0)
  );
  collecting(metrics.sharedStateFallbacks, () => setCounter(metrics.sharedStateFallbacks, shared?.fallbacks ?? 0));
  collecting(metrics.ledgerWritten, () => setCounter(metrics.ledgerWritten, ledger.counts.written));
  collecting(metrics.ledgerWriteFailures, () => setCounter(metrics.ledgerWriteFailures, ledger.counts.failures));
  events.subscribe(({ type, provider, deployment, to }) => {
    if (type === 'breaker' && deployment !== undefined) {
      metrics.breakerTransitions.inc({ provider, deployment, to });
    }
  });
}

/** prom-client takes `collect` in a constructor only, but reads it from the instrument. */
function collecting(instrument: object, collect: () => void): void {
  Object.assign(instrument, { collect });
}

function setCounter(counter: Counter, total: number): void {
  counter.reset();
  counter.inc(total);
}
