import { type Dialect, type MetricFamily, type View, native } from '@llm-gateway/catalogue';
import type { Counter, Gauge, Histogram } from 'prom-client';

import { divisorOf } from '../nanoDollarCounter.js';
import type { Instruments } from '../registry.js';
import { isOff } from '../series/off.js';
import { storedHistograms, storedValues, upperBounds } from '../series/stored.js';
import { type LabelText, ownLabels, viewLabels } from './labelText.js';
import type { ShownFamily } from './shownFamily.js';
import { type HistogramSource, shownHistogram } from './shownHistogram.js';
import { type ValueSource, shownValues } from './shownValues.js';

type Instrument = Counter | Gauge | Histogram;

/** What a family or view shows of an instrument. */
interface Showing {
  readonly shown: Pick<View, 'name' | 'type' | 'help' | 'buckets' | 'part' | 'combine' | 'values' | 'scale'>;
  readonly from: MetricFamily;
  readonly labels: LabelText;
}

/** Everything that is shown, in order: the native families, then those of each dialect. */
export function plan(instruments: Instruments, nativeNames: boolean, dialects: readonly Dialect[]): ShownFamily[] {
  const byName = new Map<string, Instrument>(
    Object.entries(native).map(([key, { name }]) => [name, instruments[key as keyof typeof native] as Instrument])
  );
  const own = (nativeNames ? Object.values(native) : []).map((family: MetricFamily): Showing => {
    return { shown: family, from: family, labels: ownLabels(family.labels) };
  });
  const views = dialects.flatMap(({ none, views }) =>
    views.map((view): Showing => ({ shown: view, from: view.from, labels: viewLabels(view, none) }))
  );
  // Views of one name are one family: Prometheus takes each name once.
  const families = new Map<string, Showing[]>();
  for (const showing of [...own, ...views]) {
    if (!isOff(instrumentOf(showing, byName))) {
      families.set(showing.shown.name, [...(families.get(showing.shown.name) ?? []), showing]);
    }
  }
  return [...families.values()].map((showings) => familyOf(showings, byName));
}

function familyOf(showings: readonly Showing[], byName: ReadonlyMap<string, Instrument>): ShownFamily {
  const [first] = showings;
  if (first === undefined) {
    throw new TypeError('A family is shown by something.');
  }
  const { name, type, help } = first.shown;
  return type === 'histogram'
    ? shownHistogram({
        name,
        help,
        bounds: first.shown.buckets ?? first.from.buckets ?? [],
        sources: showings.map((showing) => histogramSource(showing, byName)),
      })
    : shownValues({ name, type, help, sources: showings.map((showing) => valueSource(showing, byName)) });
}

function histogramSource(showing: Showing, byName: ReadonlyMap<string, Instrument>): HistogramSource {
  const histogram = instrumentOf(showing, byName) as Histogram;
  return {
    labels: showing.labels,
    series: () => storedHistograms(histogram),
    counted: upperBounds(histogram),
  };
}

function valueSource(showing: Showing, byName: ReadonlyMap<string, Instrument>): ValueSource {
  const instrument = instrumentOf(showing, byName);
  const { part = 'count', values, scale = 1, combine = 'sum' } = showing.shown;
  return {
    labels: showing.labels,
    series:
      showing.from.type === 'histogram'
        ? () => storedHistograms(instrument as Histogram).map((each) => ({ labels: each.labels, value: each[part] }))
        : () => storedValues(instrument as Counter | Gauge),
    value: (stored) => (values?.[stored] ?? stored) * scale,
    divisor: divisorOf(instrument),
    combine,
  };
}

function instrumentOf({ from }: Showing, byName: ReadonlyMap<string, Instrument>): Instrument {
  const instrument = byName.get(from.name);
  if (instrument === undefined) {
    throw new TypeError(`There is no family ${from.name} to be shown.`);
  }
  return instrument;
}
