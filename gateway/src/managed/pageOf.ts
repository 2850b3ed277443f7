import { compareNames, indexAfter } from './byName.js';

interface Named {
  readonly name: string;
}

export interface NamePage {
  readonly names: readonly string[];
  /** The last name, where there are more. */
  readonly next: string | undefined;
  readonly total: number;
}

/**
 * One page of what the file and the store have together, by name. Takes as long as the page and the file are, however
 * much is stored.
 * @param ofFile few; each hides the stored one of its name
 * @param stored by name
 */
export function pageOf(
  ofFile: readonly Named[],
  stored: readonly Named[],
  { after, limit }: { readonly after: string; readonly limit: number }
): NamePage {
  const hidden = new Set(ofFile.map(({ name }) => name));
  const hides = ofFile.filter(({ name }) => stored[indexAfter(stored, name) - 1]?.name === name).length;
  const start = after === '' ? 0 : indexAfter(stored, after);
  // As many more as the file may hide, and one that tells whether there is another page.
  const nearest = stored.slice(start, start + limit + hides + 1).filter(({ name }) => !hidden.has(name));
  const found = [...ofFile.filter(({ name }) => name > after), ...nearest].sort(compareNames);
  const names = found.slice(0, limit).map(({ name }) => name);
  return {
    names,
    next: found.length > limit ? names.at(-1) : undefined,
    total: ofFile.length + stored.length - hides,
  };
}
