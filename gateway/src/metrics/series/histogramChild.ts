import type { Histogram } from 'prom-client';

import { type StoredHistogram, type StoredLabels, histogramSeries, upperBounds } from './stored.js';

/** What an observation is an example of: shown in OpenMetrics. */
export interface ExemplarSource {
  readonly labels: StoredLabels;
  /** Seconds since 1970. */
  readonly time: number;
}

const ABOVE_ALL = '-1';

/** One series of a histogram, there from its first use on. */
export class HistogramChild {
  private series: StoredHistogram | undefined;
  private readonly bounds: readonly number[];
  private readonly keys: readonly string[];

  constructor(
    private readonly histogram: Histogram,
    private readonly labels: StoredLabels
  ) {
    this.bounds = upperBounds(histogram);
    this.keys = keysOf(this.bounds);
  }

  observe(value: number, source?: ExemplarSource): void {
    const series = (this.series ??= histogramSeries(this.histogram, this.labels));
    const { bounds } = this;
    let at = 0;
    while (at < bounds.length && value > (bounds[at] as number)) {
      at += 1;
    }
    series.sum += value;
    series.count += 1;
    const key = this.keys[at] ?? ABOVE_ALL;
    if (at < bounds.length) {
      series.bucketValues[key] = (series.bucketValues[key] ?? 0) + 1;
    }
    if (source !== undefined && series.bucketExemplars !== undefined) {
      series.bucketExemplars[key] = { labelSet: source.labels, value, timestamp: source.time };
    }
  }
}

const known = new WeakMap<readonly number[], readonly string[]>();

/** Made once an instrument: a number as a key would become a text on every observation. */
function keysOf(bounds: readonly number[]): readonly string[] {
  const keys = known.get(bounds) ?? bounds.map(String);
  known.set(bounds, keys);
  return keys;
}
