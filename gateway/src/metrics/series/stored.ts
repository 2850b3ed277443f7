import type { Counter, Gauge, Histogram } from 'prom-client';

import { isOff } from './off.js';

/**
 * How prom-client 15 keeps its series. Its own way in makes a text of all labels on every observation, and its own way
 * out an object of every bucket; who holds a series needs neither.
 */
export type StoredLabels = Readonly<Record<string, string>>;

export interface StoredValue {
  readonly labels: StoredLabels;
  value: number;
}

export interface StoredExemplar {
  readonly labelSet: StoredLabels;
  readonly value: number;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

export interface StoredHistogram {
  readonly labels: StoredLabels;
  /** By upper bound, not cumulative; what is above all of them is only in `count`. */
  readonly bucketValues: Record<string, number>;
  sum: number;
  count: number;
  /** By upper bound, `-1` for what is above all of them. */
  readonly bucketExemplars?: Record<string, StoredExemplar | null>;
}

type ValueInstrument = Counter | Gauge;

interface Internals<Stored> {
  readonly hashMap: Record<string, Stored>;
  readonly sortedLabelNames: readonly string[];
  readonly upperBounds: readonly number[];
}

function internals<Stored>(instrument: object): Internals<Stored> {
  return instrument as Internals<Stored>;
}

/** Series of counters, by where prom-client keeps them. */
const lists = new WeakMap<object, StoredValue[]>();

/** Those of a counter that is listed (listedCounter.ts) are there without asking; more may come at the end. */
export function storedValues(instrument: ValueInstrument): readonly StoredValue[] {
  const { hashMap } = internals<StoredValue>(instrument);
  return lists.get(hashMap) ?? Object.values(hashMap);
}

/** From now on, series of a counter are listed as they are made by `valueSeries`. */
export function listSeries(counter: object): void {
  const { hashMap } = internals<StoredValue>(counter);
  lists.set(hashMap, Object.values(hashMap));
}

export function storedHistograms(histogram: Histogram): StoredHistogram[] {
  return Object.values(internals<StoredHistogram>(histogram).hashMap);
}

/** Upper bounds at which it counts, ascending, without `+Inf`. */
export function upperBounds(histogram: Histogram): readonly number[] {
  return internals(histogram).upperBounds;
}

/** The series with these labels, which is made with value 0 if there is none. */
export function valueSeries(instrument: ValueInstrument, labels: StoredLabels): StoredValue {
  if (isOff(instrument)) {
    return { labels, value: 0 };
  }
  const { hashMap, sortedLabelNames } = internals<StoredValue>(instrument);
  const key = keyOf(sortedLabelNames, labels);
  let series = hashMap[key];
  if (series === undefined) {
    series = { labels, value: 0 };
    hashMap[key] = series;
    lists.get(hashMap)?.push(series);
  }
  return series;
}

/** The series with these labels, which is made empty if there is none. */
export function histogramSeries(histogram: Histogram, labels: StoredLabels): StoredHistogram {
  if (isOff(histogram)) {
    return { labels, bucketValues: {}, sum: 0, count: 0 };
  }
  const { hashMap, sortedLabelNames } = internals<StoredHistogram>(histogram);
  const key = keyOf(sortedLabelNames, labels);
  if (hashMap[key] === undefined) {
    histogram.zero(labels);
  }
  return hashMap[key] as StoredHistogram;
}

/** As prom-client's own, so that both find the same series. */
function keyOf(sortedLabelNames: readonly string[], labels: StoredLabels): string {
  let key = '';
  for (const name of sortedLabelNames) {
    const value = labels[name];
    if (value !== undefined) {
      key += `${name}:${value},`;
    }
  }
  return key;
}
