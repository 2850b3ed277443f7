import type { Counter } from 'prom-client';

import { valueSeries } from '../series/stored.js';

/** Sets a counter without labels to what someone else has counted. */
export function setTotal(counter: Counter, total: number): void {
  valueSeries(counter, {}).value = total;
}
