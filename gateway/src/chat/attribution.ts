/** Most tags of one request. */
const MAX_TAGS = 20;
/** Most characters of a name and of a value: OpenAI's limits for metadata are 64 and 512. */
const MAX_NAME = 200;
const MAX_VALUE = 512;
/** What no store can keep: NUL, and halves of surrogate pairs, which cutting may leave. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** Bounds what clients may write into the ledger: what is over is left out, what is too long is cut. */
export function boundedTags(
  pairs: ReadonlyArray<readonly [name: string, value: string]>
): Readonly<Record<string, string>> | undefined {
  if (pairs.length === 0) {
    return undefined;
  }
  return Object.fromEntries(
    pairs.slice(0, MAX_TAGS).map(([name, value]) => [bounded(name, MAX_NAME), bounded(value, MAX_VALUE)])
  );
}

export function boundedUser(user: string): string {
  return bounded(user, MAX_VALUE);
}

/** As the ledger will have it: budgets must not know somebody by a name that is not found there. */
function bounded(text: string, longest: number): string {
  const cut = text.slice(0, longest);
  return SUSPECT.test(cut) ? Buffer.from(cut).toString().replaceAll('\0', '\ufffd') : cut;
}
