export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Samples of one scrape, by name. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const PAIR = /(\w+)="((?:\\.|[^"\\])*)"/g;

/** Reads Prometheus' text format, as far as it is of these names. */
export function readSamples(text: string, names: readonly string[]): Samples {
  const wanted = new Set(names);
  const found = new Map<string, Sample[]>();
  for (const line of text.split('\n')) {
    const [, name = '', labels = '', value = ''] = LINE.exec(line) ?? [];
    if (wanted.has(name)) {
      const samples = found.get(name) ?? [];
      found.set(name, samples);
      samples.push({
        labels: Object.fromEntries([...labels.matchAll(PAIR)].map(([, label = '', text = '']) => [label, text])),
        value: Number(value.replace('Inf', 'Infinity')),
      });
    }
  }
  return found;
}

/** Sum over the series of a name; undefined when there is none. */
export function total(samples: Samples, name: string): number | undefined {
  return samples.get(name)?.reduce((sum, { value }) => sum + value, 0);
}
