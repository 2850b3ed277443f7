import type { LabelSource, View } from '@llm-gateway/catalogue';

import { NONE } from '../labels/none.js';
import type { StoredLabels } from '../series/stored.js';
import { escapeValue } from './escape.js';

/** Labels of a series as they are shown, without braces; undefined for a series that is not shown. */
export type LabelText = (labels: StoredLabels) => string | undefined;

/** The labels as they are, in the family's order. */
export function ownLabels(names: readonly string[]): LabelText {
  return (labels) => {
    let text = '';
    for (const name of names) {
      const value = labels[name];
      if (value !== undefined) {
        text += `${text === '' ? '' : ','}${name}="${escapeValue(value)}"`;
      }
    }
    return text;
  };
}

/** The labels of a view. @param none its dialect's word for no value */
export function viewLabels({ labels, where, except }: View, none: string): LabelText {
  const sources = Object.entries(labels);
  return (stored) =>
    passes(stored, where, except)
      ? sources.map(([name, source]) => `${name}="${escapeValue(valueOf(source, stored, none))}"`).join(',')
      : undefined;
}

function passes(stored: StoredLabels, where: View['where'], except: View['except']): boolean {
  const has = ([label, values]: [string, readonly string[] | undefined]): boolean =>
    values?.includes(stored[label] ?? NONE) ?? true;
  return Object.entries(where ?? {}).every(has) && !Object.entries(except ?? {}).some(has);
}

function valueOf(source: LabelSource, stored: StoredLabels, none: string): string {
  if (typeof source === 'object' && 'fixed' in source) {
    return source.fixed;
  }
  const value = stored[typeof source === 'string' ? source : source.from] ?? NONE;
  const words = typeof source === 'string' ? undefined : source.words;
  return words !== undefined && Object.hasOwn(words, value) ? (words[value] as string) : value === NONE ? none : value;
}
