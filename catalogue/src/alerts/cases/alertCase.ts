/** What Prometheus is given, a value a minute in promtool's notation, and when it is asked. */
export interface Scenario {
  readonly series: Readonly<Record<string, string>>;
  /** Time since the first value, as a duration. */
  readonly at: string;
}

/** A situation in which an alert fires, and one, as near to it as can be, in which it must not. */
export interface AlertCase {
  readonly alert: string;
  readonly fires: Scenario & {
    /** Labels of the one alert that fires, besides those of its rule. */
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly silent: Scenario;
}

/** The same value for so many minutes. */
export const steady = (value: number, minutes = 30): string => `${value}x${minutes}`;

/** A counter that grows so much a minute. */
export const growing = (perMinute: number, minutes = 30): string => `0+${perMinute}x${minutes}`;
