import type { Attempt, UsageEvent, UsageListener } from '../usage/event.js';

export interface ProviderState {
  readonly name: string;
  readonly type: string;
  /** `unknown` until the first request; then what the last call came to. One that is `disabled` is not called. */
  readonly status: 'unknown' | 'healthy' | 'failing' | 'disabled';
  /** ISO 8601 time since which the status holds. */
  readonly since: string;
  /** Error type of the last call, while it is failing. */
  readonly reason: string | undefined;
}

export interface ProviderHealth {
  readonly record: UsageListener;
  /** What a call or a health check came to. @param at epoch milliseconds */
  observe(provider: string, outcome: Attempt['outcome'], at: number): void;
  snapshot(): readonly ProviderState[];
  /** Takes another list of providers; what is known of those still in it stays. */
  configure(providers: Iterable<NamedProvider>): void;
}

/** Failures that say nothing about the provider: the request was wrong, or the client left. */
const NOT_ITS_FAULT: ReadonlySet<string> = new Set(['invalid_request_error', 'aborted', 'internal_error']);

interface NamedProvider {
  readonly name: string;
  readonly type: string;
  readonly enabled: boolean;
}

interface KnownState {
  readonly type: string;
  status: ProviderState['status'];
  /** Epoch milliseconds. */
  since: number;
  reason: string | undefined;
}

/** Health of the providers as their last call, or health check, tells it. */
export function createProviderHealth(providers: Iterable<NamedProvider>): ProviderHealth {
  let states = new Map<string, KnownState>();
  const configure = (named: Iterable<NamedProvider>): void => {
    const now = Date.now();
    states = new Map(
      [...named].map(({ name, type, enabled }) => {
        const before = states.get(name);
        // What was known of it before it was disabled is old when it is enabled again.
        const stays = before !== undefined && (before.status !== 'disabled') === enabled;
        return [
          name,
          stays ? before : { type, status: enabled ? 'unknown' : 'disabled', since: now, reason: undefined },
        ];
      })
    );
  };
  configure(providers);
  const observe = (provider: string, outcome: Attempt['outcome'], at: number): void => {
    const state = states.get(provider);
    // Calls that were under way when it was disabled still end.
    if (state === undefined || state.status === 'disabled' || NOT_ITS_FAULT.has(outcome)) {
      return;
    }
    const status = outcome === 'success' ? 'healthy' : 'failing';
    if (state.status !== status) {
      state.status = status;
      state.since = at;
    }
    state.reason = status === 'failing' ? outcome : undefined;
  };
  return {
    configure,
    observe,
    record({ attempts, time, durationMs }: UsageEvent) {
      for (const { provider, outcome } of attempts) {
        observe(provider, outcome, time + durationMs);
      }
    },
    snapshot: () =>
      [...states].map(([name, { since, ...state }]) => ({ name, ...state, since: new Date(since).toISOString() })),
  };
}
