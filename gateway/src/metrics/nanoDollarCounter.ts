import type { MetricObjectWithValues, MetricValue } from 'prom-client';

import { ListedCounter } from './series/listedCounter.js';

const NANO_PER_USD = 1e9;

/** Counts integer nano-dollars and shows dollars: however many costs are added up, no fraction gets lost. */
export class NanoDollarCounter<Label extends string = string> extends ListedCounter<Label> {
  override async get(): Promise<MetricObjectWithValues<MetricValue<Label>>> {
    const metric = await super.get();
    return { ...metric, values: metric.values.map((each) => ({ ...each, value: each.value / NANO_PER_USD })) };
  }
}

/** What the stored values of an instrument are divided by to be shown. */
export function divisorOf(instrument: object): number {
  return instrument instanceof NanoDollarCounter ? NANO_PER_USD : 1;
}
