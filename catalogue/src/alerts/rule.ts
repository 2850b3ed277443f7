import type { ThresholdUnit } from './thresholdUnit.js';

export type Severity = 'critical' | 'warning' | 'info';

/** What an alert is about: a critical one silences the warnings of its topic that have the same labels. */
export type Topic =
  | 'availability'
  | 'provider'
  | 'errors'
  | 'latency'
  | 'capacity'
  | 'usage'
  | 'cost'
  | 'budget'
  | 'cache'
  | 'ledger'
  | 'database'
  | 'redis'
  | 'configuration'
  | 'machine';

/** The documents whose alerts this system covers, and what they call themselves. */
export const SEEDS = {
  'monitoring-setup': 'LiteLLM Monitoring Setup',
  'monitoring-guide': 'LiteLLM monitoring guide',
  'inference-gateway': 'Grafana Dashboards for LLM Inference Gateway',
} as const;

export interface SeedAlert {
  readonly seed: keyof typeof SEEDS;
  /** As it is called there. */
  readonly alert: string;
}

/** What whoever is woken up needs to know. Markdown. */
export interface Runbook {
  /** What it means, to the gateway's clients first. */
  readonly means: string;
  /** The first three things to look at, in this order. */
  readonly checks: readonly [string, string, string];
  /** Usual causes, the most likely one first. */
  readonly causes: readonly string[];
}

/** One alert rule, independent of who evaluates it (Grafana Alerting or Prometheus). */
export interface AlertRule {
  /** Alert name, in PascalCase as Prometheus rules have it. */
  readonly name: string;
  /** Stable id in Grafana (at most 40 characters). */
  readonly uid: string;
  readonly group: string;
  readonly severity: Severity;
  readonly topic: Topic;
  /** PromQL that yields a series per subject; compared with `threshold`. */
  readonly expr: string;
  readonly threshold: { readonly is: 'above' | 'below'; readonly value: number; readonly unit: ThresholdUnit };
  /** How long the condition must hold, as a duration. */
  readonly for: string;
  /** The condition in words, without `for`. */
  readonly condition: string;
  readonly summary: string;
  readonly description: string;
  /** What a rule without any series means: `ok` where silence is normal, `alerting` where it is the fault itself. */
  readonly noData: 'ok' | 'alerting';
  /** Who asked for it. */
  readonly seeds?: readonly SeedAlert[];
  readonly runbook: Runbook;
}
