import { MappingType, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';

import { BAD, GOOD, OFF, WARNING } from './palette.js';

/** Texts and colours of numbers that stand for a state. */
function words(states: ReadonlyArray<readonly [value: number, text: string, color: string]>): ValueMapping[] {
  const options = Object.fromEntries(states.map(([value, text, color], index) => [value, { text, color, index }]));
  return [{ type: MappingType.ValueToText, options }];
}

export const UP_DOWN = words([
  [1, 'UP', GOOD],
  [0, 'DOWN', BAD],
]);

export const HEALTH = words([
  [1, 'Healthy', GOOD],
  [0, 'Unhealthy', BAD],
  [-1, 'Not called', OFF],
]);

export const BREAKER = words([
  [0, 'Closed', GOOD],
  [1, 'Open', BAD],
  [2, 'Half open', WARNING],
]);

export const CREDENTIAL = words([
  [0, 'Accepted', GOOD],
  [1, 'Refused', BAD],
]);

/** In seconds. */
const TEN_YEARS = 3_650 * 86_400;

/** What never happens at the present rate is +Inf; Grafana has no mapping for it but a range. */
export const NEVER: ValueMapping[] = [
  {
    type: MappingType.RangeToText,
    options: { from: TEN_YEARS, to: null, result: { text: 'Not in ten years', color: GOOD } },
  },
];
