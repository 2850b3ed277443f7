import type { StoredExemplar, StoredHistogram } from '../series/stored.js';
import { escapeValue } from './escape.js';
import type { Format } from './format.js';
import { header } from './header.js';
import type { LabelText } from './labelText.js';
import { numberText } from './number.js';
import type { Output } from './output.js';
import type { ShownFamily } from './shownFamily.js';
import { type Target, Targets } from './targets.js';

export interface HistogramSource {
  readonly labels: LabelText;
  readonly series: () => readonly StoredHistogram[];
  /** Upper bounds at which it counts, those that are shown among them, ascending. */
  readonly counted: readonly number[];
}

export interface ShownHistogramOptions {
  readonly name: string;
  readonly help: string;
  /** Upper bounds that are shown, ascending, without `+Inf`. */
  readonly bounds: readonly number[];
  readonly sources: readonly HistogramSource[];
}

interface HistogramTarget extends Target {
  sum: number;
  count: number;
  /** By shown bound, not cumulative. */
  readonly buckets: Float64Array;
  /** The newest of each shown bound, and of what is above all of them. */
  readonly exemplars: Array<StoredExemplar | undefined>;
}

const ABOVE_ALL = '-1';

/** A histogram of the exposition. */
export function shownHistogram({ name, help, bounds, sources }: ShownHistogramOptions): ShownFamily {
  const targets = new Targets<HistogramTarget>((text) => ({
    text,
    pass: 0,
    sum: 0,
    count: 0,
    buckets: new Float64Array(bounds.length),
    exemplars: [],
  }));
  const prepared = sources.map((source) => ({ source, slots: slotsOf(source.counted, bounds) }));
  const write = writer(name, bounds);
  return {
    name,
    async render(output: Output, format: Format): Promise<void> {
      output.write(header(name, 'histogram', help, format));
      const exemplars = format === 'openmetrics';
      targets.begin();
      for (const { source, slots } of prepared) {
        for (const stored of source.series()) {
          if (output.due) {
            await output.nextTurn();
          }
          const target = targets.of(stored.labels, source.labels, clear);
          if (target !== undefined) {
            add(target, stored, slots, exemplars);
          }
        }
      }
      for (const target of targets.shown) {
        if (output.due) {
          await output.nextTurn();
        }
        output.write(write(target));
      }
    },
  };
}

interface Slot {
  /** As prom-client names the bucket. */
  readonly key: string;
  /** Index of the first shown bound that is not below it. */
  readonly index: number;
}

function slotsOf(counted: readonly number[], shown: readonly number[]): readonly Slot[] {
  const above = [ABOVE_ALL].map((key) => ({ key, index: shown.length }));
  return counted
    .map((bound): Slot => {
      const index = shown.findIndex((each) => each >= bound);
      return { key: String(bound), index: index === -1 ? shown.length : index };
    })
    .concat(above);
}

function clear(target: HistogramTarget): void {
  target.sum = 0;
  target.count = 0;
  target.buckets.fill(0);
  target.exemplars.length = 0;
}

function add(target: HistogramTarget, stored: StoredHistogram, slots: readonly Slot[], exemplars: boolean): void {
  target.sum += stored.sum;
  target.count += stored.count;
  for (const { key, index } of slots) {
    // Past the last bound, typed arrays take nothing: `count` has it.
    target.buckets[index] = (target.buckets[index] ?? 0) + (stored.bucketValues[key] ?? 0);
    const exemplar = exemplars ? stored.bucketExemplars?.[key] : undefined;
    if (exemplar && exemplar.timestamp >= (target.exemplars[index]?.timestamp ?? 0)) {
      target.exemplars[index] = exemplar;
    }
  }
}

function writer(name: string, bounds: readonly number[]): (target: HistogramTarget) => string {
  const les = [...bounds.map(String), '+Inf'].map((bound) => `le="${bound}"} `);
  return ({ text, sum, count, buckets, exemplars }) => {
    const bucket = text === '' ? `${name}_bucket{` : `${name}_bucket{${text},`;
    const rest = text === '' ? ' ' : `{${text}} `;
    let lines = '';
    let total = 0;
    for (let at = 0; at < les.length; at++) {
      total += buckets[at] ?? 0;
      const value = at === bounds.length ? count : total;
      lines += `${bucket}${les[at]}${value}${exemplarText(exemplars[at])}\n`;
    }
    return `${lines}${name}_sum${rest}${numberText(sum)}\n${name}_count${rest}${count}\n`;
  };
}

function exemplarText(exemplar: StoredExemplar | undefined): string {
  if (exemplar === undefined) {
    return '';
  }
  const labels = Object.entries(exemplar.labelSet).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return ` # {${labels.join(',')}} ${numberText(exemplar.value)} ${exemplar.timestamp}`;
}
