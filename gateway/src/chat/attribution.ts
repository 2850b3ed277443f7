/** Most tags of one request. */
const MAX_TAGS = 20;
/** Most characters of a name and of a value: OpenAI's limits for metadata are 64 and 512. */
const MAX_NAME = 200;
const MAX_VALUE = 512;

/** Bounds what clients may write into the ledger: what is over is left out, what is too long is cut. */
export function boundedTags(
  pairs: ReadonlyArray<readonly [name: string, value: string]>
): Readonly<Record<string, string>> | undefined {
  if (pairs.length === 0) {
    return undefined;
  }
  return Object.fromEntries(
    pairs.slice(0, MAX_TAGS).map(([name, value]) => [name.slice(0, MAX_NAME), value.slice(0, MAX_VALUE)])
  );
}

export function boundedUser(user: string): string {
  return user.slice(0, MAX_VALUE);
}
