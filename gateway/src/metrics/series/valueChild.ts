import type { Counter, Gauge } from 'prom-client';

import { type StoredLabels, type StoredValue, valueSeries } from './stored.js';

/** One series of a counter or gauge, there from its first use on. */
export class ValueChild {
  private series: StoredValue | undefined;

  constructor(
    private readonly instrument: Counter | Gauge,
    private readonly labels: StoredLabels
  ) {}

  add(amount: number): void {
    this.stored.value += amount;
  }

  /** Moves the value towards another by a share of the way, 0 to 1; the first is taken whole. */
  smooth(value: number, weight: number): void {
    const first = this.series === undefined;
    const { stored } = this;
    stored.value += (first ? 1 : weight) * (value - stored.value);
  }

  private get stored(): StoredValue {
    return (this.series ??= valueSeries(this.instrument, this.labels));
  }
}
