export interface Neighbours {
  /** The id of the request above it in the table; undefined where there is none. */
  readonly newer: string | undefined;
  /** The id of the one below it. */
  readonly older: string | undefined;
}

/** What lies beside a request in the table, newest first; nothing for one that is not in it. */
export function neighbours(ids: readonly string[], id: string): Neighbours {
  const at = ids.indexOf(id);
  return at < 0 ? { newer: undefined, older: undefined } : { newer: ids[at - 1], older: ids[at + 1] };
}
