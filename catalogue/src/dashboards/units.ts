/** Grafana's ids of units; one a kind of value, on every dashboard. */
export const UNITS = {
  requestsPerSecond: 'reqps',
  count: 'short',
  /** 0 to 1, shown in percent. */
  ratio: 'percentunit',
  seconds: 's',
  dollars: 'currencyUSD',
  tokens: 'short',
  /** Grafana has none for tokens: an SI one of our own, so that it reads `1.2 ktok/s`. */
  tokensPerSecond: 'si:tok/s',
  tokensPerHour: 'si:tok/h',
  bytes: 'bytes',
  bytesPerSecond: 'Bps',
  perSecond: 'ops',
  yesNo: 'bool_yes_no',
} as const;
export type Unit = (typeof UNITS)[keyof typeof UNITS];
