import { type MetricFamily, native } from '@llm-gateway/catalogue';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import { NanoDollarCounter } from './nanoDollarCounter.js';

type Families = typeof native;
type LabelOf<Family> = Family extends MetricFamily<infer Label> ? Label : never;
interface InstrumentTypes<Label extends string> {
  counter: Counter<Label>;
  gauge: Gauge<Label>;
  histogram: Histogram<Label>;
}
type InstrumentOf<Family extends MetricFamily> = InstrumentTypes<LabelOf<Family>>[Family['type']];

/** Every family of the catalogue as a prom-client instrument. */
export type Instruments = { readonly [Name in keyof Families]: InstrumentOf<Families[Name]> };

export interface Metrics {
  readonly registry: Registry;
  readonly instruments: Instruments;
}

/** Registers the catalogue's families, and prom-client's own of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const instruments = Object.fromEntries(
    Object.entries(native).map(([name, family]) => [name, instrument(family, registry)])
  );
  return { registry, instruments: instruments as unknown as Instruments };
}

function instrument({ type, name, help, labels, buckets }: MetricFamily, registry: Registry) {
  const options = { name, help, labelNames: [...labels], registers: [registry] };
  switch (type) {
    case 'counter':
      return name === native.cost.name ? new NanoDollarCounter(options) : new Counter(options);
    case 'gauge':
      return new Gauge(options);
    case 'histogram':
      return new Histogram({ ...options, buckets: [...(buckets ?? [])] });
  }
}
