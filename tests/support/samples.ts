export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Samples of one scrape. */
export class Samples {
  constructor(readonly all: readonly Sample[]) {}

  /** Sum of a metric over all series with these labels. */
  sum(name: string, labels: Readonly<Record<string, string>> = {}): number {
    return this.all
      .filter((sample) => sample.name === name)
      .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
      .reduce((total, { value }) => total + value, 0);
  }
}

/** Reads Prometheus' text format. */
export function parseSamples(text: string): Samples {
  return new Samples(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [, name = '', labels = '', value = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
        if (name === '') {
          throw new Error(`not a sample: ${line}`);
        }
        return { name, labels: parseLabels(labels), value: Number(value.replace('Inf', 'Infinity')) };
      })
  );
}

function parseLabels(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/(\w+)="((?:\\.|[^"\\])*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, JSON.parse(`"${value}"`) as string]));
}
