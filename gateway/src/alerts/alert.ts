export const ALERT_STATUSES = ['firing', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

export const ALERT_SOURCES = ['alertmanager', 'grafana'] as const;
export type AlertSource = (typeof ALERT_SOURCES)[number];

/** An alert as Alertmanager or Grafana tells of it. Times in epoch milliseconds. */
export interface Alert {
  /** Names its set of labels. */
  readonly fingerprint: string;
  readonly status: AlertStatus;
  readonly source: AlertSource;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: number;
  /** Of one that is resolved. */
  readonly endsAt: number | undefined;
  /** Page that shows what it was made from. */
  readonly generatorUrl: string | undefined;
}
