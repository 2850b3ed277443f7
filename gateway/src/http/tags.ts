/** Most tags of one request, and most characters of a name or value; what is over is left out. */
const MAX_TAGS = 20;
const MAX_LENGTH = 200;

/** `x-llm-gateway-tags: feature=chat, environment=prod` as an object. */
export function parseTags(header: string | string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (header === undefined) {
    return undefined;
  }
  const pairs = [header]
    .flat()
    .flatMap((value) => value.split(','))
    .flatMap((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      return at > 0 && name !== '' && value !== '' ? [[name.slice(0, MAX_LENGTH), value.slice(0, MAX_LENGTH)]] : [];
    })
    .slice(0, MAX_TAGS);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
