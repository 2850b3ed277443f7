import { type Dialect, type MetricFamily, native } from '@llm-gateway/catalogue';
import { type Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import { countedBuckets } from './countedBuckets.js';
import { type LabelGuard, createLabelGuard } from './labels/labelGuard.js';
import { NanoDollarCounter } from './nanoDollarCounter.js';
import { ListedCounter } from './series/listedCounter.js';
import { switchOff } from './series/off.js';

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

export interface MetricsOptions {
  /** The dialects that are rendered besides the native names. */
  readonly dialects: readonly Dialect[];
  /** Most values of a label. */
  readonly maxLabelValues: number;
  readonly hashNames: ReadonlyArray<'key' | 'team' | 'user'>;
  /** Names of families that keep nothing and are not shown. */
  readonly off: readonly string[];
}

export interface Metrics {
  /** prom-client's own of the process: CPU, memory, event loop, garbage collection. */
  readonly processRegistry: Registry;
  readonly instruments: Instruments;
  readonly labels: LabelGuard;
}

const DEFAULTS: MetricsOptions = { dialects: [], maxLabelValues: 1_000, hashNames: [], off: [] };

/** Costs in integers, so that sums are exact. */
const IN_NANO_DOLLARS: ReadonlySet<string> = new Set([native.cost.name, native.cacheSaved.name]);
/** Has nothing to do with a request. */
const WITHOUT_EXEMPLARS: ReadonlySet<string> = new Set([native.databaseQueryDuration.name]);

/** The catalogue's families as instruments, and prom-client's own of the process. */
export function createMetrics(options: Partial<MetricsOptions> = {}): Metrics {
  const { dialects, maxLabelValues, hashNames, off } = { ...DEFAULTS, ...options };
  const processRegistry = new Registry();
  collectDefaultMetrics({ register: processRegistry });
  const instruments = Object.fromEntries(
    Object.entries(native).map(([name, family]) => {
      const made = instrument(family, dialects);
      return [name, off.includes(family.name) ? switchOff(made) : made];
    })
  );
  return {
    processRegistry,
    instruments: instruments as unknown as Instruments,
    labels: createLabelGuard({ maxValues: maxLabelValues, hashNames }),
  };
}

function instrument(family: MetricFamily, dialects: readonly Dialect[]) {
  const { type, name, help, labels } = family;
  // Registered nowhere: what is shown, and how, is the exposition's to say.
  const options = { name, help, labelNames: [...labels], registers: [] };
  switch (type) {
    case 'counter':
      return IN_NANO_DOLLARS.has(name) ? new NanoDollarCounter(options) : new ListedCounter(options);
    case 'gauge':
      return new Gauge(options);
    case 'histogram':
      return new Histogram({
        ...options,
        buckets: countedBuckets(family, dialects),
        enableExemplars: !WITHOUT_EXEMPLARS.has(name),
      });
  }
}
