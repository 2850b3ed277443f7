import type { SubjectKind } from '../governance/subject.js';
import type { RoutingEvent } from '../routing/events.js';

/** A changed configuration came into force. */
export interface ConfigReloaded {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly type: 'config_reloaded';
  /** Sections that changed but are read only when the gateway starts. */
  readonly restart_needed: readonly string[];
}

/** A budget crossed a threshold, was spent, or began anew. Told once for each window, over all replicas. */
export interface BudgetEvent {
  readonly time: number;
  readonly type: 'budget_warning' | 'budget_exhausted' | 'budget_reset';
  readonly budget: string;
  readonly subject: { readonly kind: SubjectKind; readonly value: string };
  /** Of limit and used: US dollars or tokens. */
  readonly unit: 'usd' | 'tokens';
  readonly limit: number;
  /** In the window so far; left out of a reset. */
  readonly used?: number | undefined;
  /** Share of the limit that was crossed, 0 to 1; only of a warning. */
  readonly threshold?: number | undefined;
  /** Whether requests are refused when it is spent. */
  readonly hard: boolean;
  /** ISO 8601. */
  readonly window_start: string;
  /** ISO 8601; of a rolling window, when its oldest part is out. */
  readonly resets_at: string;
}

/** An alert began to fire or was resolved, as Alertmanager or Grafana told it. Told once, over all replicas. */
export interface AlertEvent {
  /** When it was received: `starts_at` tells since when it is so. */
  readonly time: number;
  readonly type: 'alert_firing' | 'alert_resolved';
  /** The label alertname. */
  readonly alert: string;
  /** The label of that name. */
  readonly severity?: string | undefined;
  /** The annotation of that name. */
  readonly summary?: string | undefined;
  readonly source: 'alertmanager' | 'grafana';
  readonly fingerprint: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly starts_at: string;
  /** ISO 8601; only of one that is resolved. */
  readonly ends_at?: string | undefined;
  readonly generator_url?: string | undefined;
}

/** Redis or the store went away or came back. */
export interface DependencyEvent {
  readonly time: number;
  readonly type: 'redis_down' | 'redis_up' | 'store_down' | 'store_up';
  readonly reason?: string | undefined;
}

/** What webhooks can be told of. */
export type ToldEvent = BudgetEvent | AlertEvent;

/** Something an operator would want to know of. Never holds a secret. */
export type GatewayEvent = RoutingEvent | ConfigReloaded | BudgetEvent | AlertEvent | DependencyEvent;

export type GatewayEventType = GatewayEvent['type'];

export const GATEWAY_EVENT_TYPES = [
  'breaker',
  'credential_refused',
  'config_reloaded',
  'budget_warning',
  'budget_exhausted',
  'budget_reset',
  'alert_firing',
  'alert_resolved',
  'redis_down',
  'redis_up',
  'store_down',
  'store_up',
] as const satisfies readonly GatewayEventType[];

/** An event as it is kept. Ids begin with `evt_` and rise with time. */
export type KeptEvent = GatewayEvent & { readonly id: string };
