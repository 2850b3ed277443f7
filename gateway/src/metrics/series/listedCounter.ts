import { Counter, type CounterConfiguration } from 'prom-client';

import { type StoredLabels, listSeries, valueSeries } from './stored.js';

/**
 * A counter that has its series in a list: to find 20,000 of them by their names takes ten milliseconds in one go, and
 * counters are what there are so many of.
 */
export class ListedCounter<Label extends string = string> extends Counter<Label> {
  constructor(options: CounterConfiguration<Label>) {
    super(options);
    const [inc, remove] = [this.inc, this.remove].map((method) => method.bind(this) as (...args: unknown[]) => void);
    Object.assign(this, {
      inc: (...args: unknown[]) => {
        const [labels] = args;
        // Whoever counts, a new series gets on the list.
        valueSeries(this as Counter, typeof labels === 'object' ? (labels as StoredLabels) : {});
        inc?.(...args);
      },
      remove: (...args: unknown[]) => {
        remove?.(...args);
        listSeries(this);
      },
    });
  }

  override reset(): void {
    super.reset();
    listSeries(this);
  }
}
