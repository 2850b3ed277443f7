/** What a threshold is a number of: how people read it, and how many of that are one of the expression's. */
export const THRESHOLD_UNITS = {
  /** Expressions have 0 to 1. */
  ratio: { symbol: '%', scale: 100 },
  seconds: { symbol: 's', scale: 1 },
  dollars: { symbol: '$', scale: 1 },
  requests: { symbol: 'requests', scale: 1 },
  requestsPerSecond: { symbol: 'requests/s', scale: 1 },
  calls: { symbol: 'calls', scale: 1 },
  tokens: { symbol: 'tokens', scale: 1 },
  tokensPerSecond: { symbol: 'tokens/s', scale: 1 },
  /** As many times as what it is compared with. */
  times: { symbol: '×', scale: 1 },
  events: { symbol: 'events', scale: 1 },
  reloads: { symbol: 'reloads', scale: 1 },
  starts: { symbol: 'starts', scale: 1 },
  keys: { symbol: 'keys', scale: 1 },
  values: { symbol: 'label values', scale: 1 },
  /** 1 for yes, 0 for no: there is nothing to be read in it. */
  state: { symbol: '', scale: 1 },
} as const;
export type ThresholdUnit = keyof typeof THRESHOLD_UNITS;

/** As people read it: 0.05 of a ratio is 5. */
export function shownThreshold(unit: ThresholdUnit, queried: number): number {
  return exact(queried * THRESHOLD_UNITS[unit].scale);
}

/** As the expression has it: 5 % are 0.05. */
export function queriedThreshold(unit: ThresholdUnit, shown: number): number {
  return exact(shown / THRESHOLD_UNITS[unit].scale);
}

/** With its unit: `5 %`, `$100`, `100 requests/s`. @param queried as the expression has it */
export function thresholdText(unit: ThresholdUnit, queried: number): string {
  const { symbol } = THRESHOLD_UNITS[unit];
  const shown = shownThreshold(unit, queried);
  if (unit === 'dollars') {
    return shown < 0 ? `-$${-shown}` : `$${shown}`;
  }
  return symbol === '' ? String(shown) : `${shown} ${symbol}`;
}

/** Without what binary fractions leave at the end: 0.07 × 100 is 7.000000000000001. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
