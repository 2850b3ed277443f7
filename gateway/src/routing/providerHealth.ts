import type { UsageEvent, UsageListener } from '../usage/event.js';

export interface ProviderState {
  readonly name: string;
  readonly type: string;
  /** `unknown` until the first request; then what the last call came to. */
  readonly status: 'unknown' | 'healthy' | 'failing';
  /** ISO 8601 time since which the status holds. */
  readonly since: string;
  /** Error type of the last call, while it is failing. */
  readonly reason: string | undefined;
}

export interface ProviderHealth {
  readonly record: UsageListener;
  snapshot(): readonly ProviderState[];
}

/** Failures that say nothing about the provider: the request was wrong, or the client left. */
const NOT_ITS_FAULT: ReadonlySet<string> = new Set(['invalid_request_error', 'aborted', 'internal_error']);

/** Health of the providers as their last call tells it. */
export function createProviderHealth(
  providers: ReadonlyArray<{ readonly name: string; readonly type: string }>
): ProviderHealth {
  const start = Date.now();
  const states = new Map(
    providers.map(({ name, type }) => [
      name,
      { type, status: 'unknown' as ProviderState['status'], since: start, reason: undefined as string | undefined },
    ])
  );
  return {
    record({ attempts, time, durationMs }: UsageEvent) {
      for (const { provider, outcome } of attempts) {
        const state = states.get(provider);
        if (state === undefined || NOT_ITS_FAULT.has(outcome)) {
          continue;
        }
        const status = outcome === 'success' ? 'healthy' : 'failing';
        if (state.status !== status) {
          state.status = status;
          state.since = time + durationMs;
        }
        state.reason = status === 'failing' ? outcome : undefined;
      }
    },
    snapshot: () =>
      [...states].map(([name, { since, ...state }]) => ({ name, ...state, since: new Date(since).toISOString() })),
  };
}
