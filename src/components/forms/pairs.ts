import { t } from '@grafana/i18n';
import { AS_IT_IS } from '../../asItIs';

/** A name and its value as they are typed. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function toPairs(values: Readonly<Record<string, string>> = {}): Pair[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** Lines that were left empty are none. Nothing, where all are. */
export function fromPairs(pairs: readonly Pair[]): Record<string, string> | undefined {
  const given = trimmed(pairs);
  return given.length === 0 ? undefined : Object.fromEntries(given.map(({ name, value }) => [name, value]));
}

/** What is wrong with them: a value without a name, or a name that is there twice. */
export function pairsFault(pairs: readonly Pair[]): string | undefined {
  const names = new Set<string>();
  for (const { name, value } of trimmed(pairs)) {
    if (name === '') {
      return t('forms.pair.name-missing', 'Give {{value}} a name, or take it out', { value, ...AS_IT_IS });
    }
    if (names.has(name)) {
      return t('forms.pair.twice', '{{name}} is there twice: leave one', { name, ...AS_IT_IS });
    }
    names.add(name);
  }
  return undefined;
}

function trimmed(pairs: readonly Pair[]): Pair[] {
  return pairs
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }) => name !== '' || value !== '');
}
