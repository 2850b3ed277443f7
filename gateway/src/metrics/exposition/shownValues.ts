import type { MetricType } from '@llm-gateway/catalogue';

import type { StoredLabels } from '../series/stored.js';
import type { Format } from './format.js';
import { header } from './header.js';
import type { LabelText } from './labelText.js';
import { numberText } from './number.js';
import type { Output } from './output.js';
import type { ShownFamily } from './shownFamily.js';
import { type Target, Targets } from './targets.js';

/** Where the values of a counter or gauge come from. */
export interface ValueSource {
  readonly labels: LabelText;
  readonly series: () => ReadonlyArray<{ readonly labels: StoredLabels; readonly value: number }>;
  /** What is shown for a stored value; it is put together with others before it is divided. */
  readonly value: (stored: number) => number;
  readonly divisor: number;
  readonly combine: 'sum' | 'max' | 'min';
}

export interface ShownValuesOptions {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly sources: readonly ValueSource[];
}

interface ValueTarget extends Target {
  /** Name and labels. */
  readonly line: string;
  value: number | undefined;
  divisor: number;
}

/** A counter or gauge of the exposition. */
export function shownValues({ name, type, help, sources }: ShownValuesOptions): ShownFamily {
  const targets = new Targets<ValueTarget>((text) => {
    const line = text === '' ? `${name} ` : `${name}{${text}} `;
    return { text, line, pass: 0, value: undefined, divisor: 1 };
  });
  const clear = (target: ValueTarget): void => {
    target.value = undefined;
  };
  return {
    name,
    async render(output: Output, format: Format): Promise<void> {
      output.write(header(name, type, help, format));
      targets.begin();
      for (const source of sources) {
        for (const stored of source.series()) {
          if (output.due) {
            await output.nextTurn();
          }
          const target = targets.of(stored.labels, source.labels, clear);
          if (target !== undefined) {
            target.value = combined(source.combine, target.value, source.value(stored.value));
            target.divisor = source.divisor;
          }
        }
      }
      for (const { line, value = 0, divisor } of targets.shown) {
        if (output.due) {
          await output.nextTurn();
        }
        output.write(`${line}${numberText(value / divisor)}\n`);
      }
    },
  };
}

function combined(how: ValueSource['combine'], before: number | undefined, value: number): number {
  if (before === undefined) {
    return value;
  }
  return how === 'sum' ? before + value : how === 'max' ? Math.max(before, value) : Math.min(before, value);
}
