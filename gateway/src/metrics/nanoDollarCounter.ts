import { Counter, type MetricObjectWithValues, type MetricValue } from 'prom-client';

/** Counts integer nano-dollars and shows dollars: however many costs are added up, no fraction gets lost. */
export class NanoDollarCounter<Label extends string = string> extends Counter<Label> {
  override async get(): Promise<MetricObjectWithValues<MetricValue<Label>>> {
    const metric = await super.get();
    return { ...metric, values: metric.values.map((each) => ({ ...each, value: each.value / 1e9 })) };
  }
}
