import { native } from '../metrics/native.js';
import { dialects } from './index.js';
import seedNames from './seedNames.json';
import { type LabelSource, type View, view } from './view.js';

const VIEWS = dialects.flatMap((dialect) => dialect.views.map((each) => [each.name, each, dialect] as const));

/** Names of the samples that a family has on the wire, each with its labels. */
function samples({ name, type, labels }: View): ReadonlyMap<string, readonly string[]> {
  const own = Object.keys(labels);
  return type === 'histogram'
    ? new Map([
        [`${name}_bucket`, [...own, 'le']],
        [`${name}_sum`, own],
        [`${name}_count`, own],
      ])
    : new Map([[name, own]]);
}

test('a label that the native family does not have does not compile', () => {
  const from = native.retries;
  const common = { name: 'x_total', type: 'counter', help: 'X.', from } as const;
  const wrong = [
    // @ts-expect-error misspelt
    view({ ...common, labels: { model: 'mdel' } }),
    // @ts-expect-error misspelt where its values are put into words
    view({ ...common, labels: { model: { from: 'mdel', words: {} } } }),
    // @ts-expect-error misspelt in a filter
    view({ ...common, labels: {}, where: { mdel: ['x'] } }),
  ];
  expect(wrong).toHaveLength(3);
});

test.each(dialects.map((dialect) => [dialect.name, dialect] as const))(
  'no sample of %s has a name twice, or a native one',
  (_name, { views }) => {
    const names = views.flatMap((each) => [...samples(each).keys()]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const natives = new Set(Object.values(native).map(({ name }) => name as string));
    expect(names.filter((name) => natives.has(name))).toEqual([]);
  }
);

describe.each(VIEWS)('%s', (name, each) => {
  const { type, from, buckets, part, values, scale, combine } = each;
  const known: readonly string[] = from.labels;

  test('is a valid name that fits its type', () => {
    expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(name).not.toMatch(/_(bucket|sum|count)$/);
    // OpenMetrics has no other counters.
    expect(name.endsWith('_total')).toBe(type === 'counter');
  });

  test('says what it is', () => {
    expect(each.help).toMatch(/^[A-Z].*\.$/);
    expect(each.help).not.toContain('\n');
  });

  test('can be made of what it is a view of', () => {
    const made = part !== undefined ? 'counter' : from.type;
    // Something that counts may be shown as a gauge where its name is none of a counter.
    expect([made, ...(made === 'counter' ? ['gauge'] : [])]).toContain(type);
    expect(part !== undefined && from.type !== 'histogram').toBe(false);
    expect(buckets !== undefined && type !== 'histogram').toBe(false);
    if (values !== undefined || scale !== undefined || combine !== undefined) {
      expect(type).toBe('gauge');
    }
  });

  test('has labels that are valid and come from labels that there are', () => {
    for (const [label, source] of Object.entries<LabelSource>(each.labels)) {
      expect(label).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(['le', 'quantile', 'job', 'instance']).not.toContain(label);
      if (typeof source === 'string') {
        expect(known).toContain(source);
      } else if ('from' in source) {
        expect(known).toContain(source.from);
      }
    }
    for (const label of [...Object.keys(each.where ?? {}), ...Object.keys(each.except ?? {})]) {
      expect(known).toContain(label);
    }
  });

  test('says how gauges that are equal under its labels become one', () => {
    const used = new Set(
      Object.values<LabelSource>(each.labels).map((source) =>
        typeof source === 'string' ? source : 'from' in source ? source.from : ''
      )
    );
    const single = Object.entries(each.where ?? {}).filter(([, allowed]) => allowed?.length === 1);
    const lost = known.filter((label) => !used.has(label) && !single.some(([fixed]) => fixed === label));
    if (type === 'gauge' && lost.length > 0) {
      expect(combine).toBeDefined();
    }
  });

  test('has buckets that are finite, ascending, each once', () => {
    const bounds = buckets ?? [];
    expect(bounds.every((bound) => Number.isFinite(bound) && bound > 0)).toBe(true);
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
  });
});

describe.each(Object.entries(seedNames))('%s', (_seed, { dialect, names, ...rest }) => {
  const found = new Map(
    dialects.filter(({ name }) => name === dialect).flatMap(({ views }) => views.flatMap((each) => [...samples(each)]))
  );

  test.each(Object.entries<string[]>(names))('%s is there with its labels', (name, labels) => {
    expect(found.get(name)).toEqual(expect.arrayContaining(labels));
    if ('exactLabels' in rest) {
      expect([...(found.get(name) ?? [])].sort()).toEqual([...labels].sort());
    }
  });
});

test('the two gauges that the guide’s alert divides have the same labels', () => {
  const labels = (name: string) => VIEWS.find(([each]) => each === name)?.[1].labels;
  expect(labels('litellm_requests_remaining')).toBeDefined();
  expect(labels('litellm_requests_remaining')).toEqual(labels('litellm_max_parallel_requests'));
});
