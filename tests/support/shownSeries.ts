import { Exposition } from '../../gateway/src/metrics/exposition/exposition.js';
import type { Metrics } from '../../gateway/src/metrics/registry.js';
import { parseSamples } from './samples.js';

/** What /metrics shows of some families by their native names, as `name{label=value,…}` → value. */
export async function shownSeries(
  metrics: Pick<Metrics, 'instruments' | 'processRegistry'>,
  ...names: readonly string[]
): Promise<Record<string, number>> {
  const exposition = new Exposition({ metrics, native: true, dialects: [], observe: () => undefined });
  const { all } = parseSamples(Buffer.concat((await exposition.render('text')).pieces).toString());
  return Object.fromEntries(
    all
      .filter(({ name }) => names.includes(name))
      .map(({ name, labels, value }) => [
        `${names.length === 1 ? '' : name}{${Object.entries(labels)
          .map((label) => label.join('='))
          .join(',')}}`,
        value,
      ])
  );
}
