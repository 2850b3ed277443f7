export type Severity = 'critical' | 'warning' | 'info';

/** One alert rule, independent of who evaluates it (Grafana Alerting or Prometheus). */
export interface AlertRule {
  /** Alert name, in PascalCase as Prometheus rules have it. */
  readonly name: string;
  /** Stable id in Grafana (at most 40 characters). */
  readonly uid: string;
  readonly group: string;
  readonly severity: Severity;
  /** PromQL that yields a series per subject; compared with `threshold`. */
  readonly expr: string;
  readonly threshold: { readonly is: 'above' | 'below'; readonly value: number };
  /** How long the condition must hold, as a duration. */
  readonly for: string;
  readonly summary: string;
  readonly description: string;
  /** What a rule without any series means: `ok` where silence is normal, `alerting` where it is the fault itself. */
  readonly noData: 'ok' | 'alerting';
}
