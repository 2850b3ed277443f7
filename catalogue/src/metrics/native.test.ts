import type { MetricFamily } from './family.js';
import { native } from './native.js';

const families: ReadonlyArray<[string, MetricFamily]> = Object.values(native).map((family: MetricFamily) => [
  family.name,
  family,
]);

test('no name is there twice', () => {
  const names = families.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('no name is another’s with what Prometheus adds to a histogram', () => {
  const histograms = families.filter(([, { type }]) => type === 'histogram').map(([name]) => name);
  const added = histograms.flatMap((name) => [`${name}_bucket`, `${name}_sum`, `${name}_count`]);
  expect(families.filter(([name]) => added.includes(name))).toEqual([]);
});

describe.each(families)('%s', (name, { type, help, labels, buckets }) => {
  test('is named as Prometheus has it', () => {
    expect(name).toMatch(/^llm_gateway_[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(name).not.toMatch(/_(bucket|sum|count)$/);
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|percent)(_|$)/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    if (type === 'histogram') {
      expect(name).toMatch(/_(seconds|bytes|tokens)$/);
    }
  });

  test('says what it is', () => {
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(help).not.toContain('\n');
  });

  test('has labels that are valid, not reserved, and there once', () => {
    for (const label of labels) {
      expect(label).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(['le', 'quantile', 'job', 'instance']).not.toContain(label);
    }
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('has buckets exactly if it is a histogram: finite, ascending, each once', () => {
    expect(buckets !== undefined).toBe(type === 'histogram');
    const bounds = buckets ?? [];
    expect(bounds.every((bound) => Number.isFinite(bound) && bound > 0)).toBe(true);
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
  });
});
