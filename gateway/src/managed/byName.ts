interface Named {
  readonly name: string;
}

/** The same order everywhere, whatever the locale. */
export function compareNames(a: Named, b: Named): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Index of the first that comes after a name, in a list by name. */
export function indexAfter(sorted: readonly Named[], name: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.name ?? '') <= name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** A list by name in which one is put, or put in place of the one of its name; or taken out of. */
export function withOne<Item extends Named>(sorted: readonly Item[], item: Item, present: boolean): readonly Item[] {
  const end = indexAfter(sorted, item.name);
  const there = sorted[end - 1]?.name === item.name;
  return sorted.toSpliced(there ? end - 1 : end, there ? 1 : 0, ...(present ? [item] : []));
}
