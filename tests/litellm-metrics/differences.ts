import type { View } from '../../catalogue/src/dialects/view.js';
import type { LiteLlmFamily } from './askLiteLlm.js';

/** What differs of a family, in words, by its name. */
export type Differences = Readonly<Record<string, readonly string[]>>;

/** Where our views are not what LiteLLM defines. */
export function differences(
  ours: readonly View[],
  theirs: readonly LiteLlmFamily[],
  none: string
): Record<string, readonly string[]> {
  const views = new Map(ours.map((each) => [each.name, each]));
  const names = new Set(theirs.map(({ name }) => name));
  const found = [
    ...theirs.map((family) => [family.name, differing(views.get(family.name), family, none)] as const),
    ...ours.filter(({ name }) => !names.has(name)).map(({ name }) => [name, ['only here']] as const),
  ];
  return Object.fromEntries(found.filter(([, words]) => words.length > 0));
}

function differing(ours: View | undefined, theirs: LiteLlmFamily, none: string): readonly string[] {
  if (ours === undefined) {
    return ['not here'];
  }
  const labels = Object.keys(ours.labels);
  const bounds = ours.type === 'histogram' ? (ours.buckets ?? ours.from.buckets ?? []) : null;
  return [
    ...(ours.type === theirs.type ? [] : [`${ours.type}, not ${theirs.type}`]),
    ...theirs.labels.filter((label) => !labels.includes(label)).map((label) => `no ${label}`),
    ...labels.filter((label) => !theirs.labels.includes(label)).map((label) => `${label} is only here`),
    ...(String(bounds) === String(theirs.buckets) ? [] : [`buckets ${String(bounds)}, not ${String(theirs.buckets)}`]),
    ...Object.entries(ours.labels)
      .filter(([, source]) => typeof source !== 'string' && 'fixed' in source && source.fixed === none)
      .map(([label]) => `${label} is always ${none}`),
  ];
}
