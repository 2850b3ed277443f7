import { boundedTags } from '../chat/attribution.js';

/** `x-llm-gateway-tags: feature=chat, environment=prod` as an object. */
export function parseTags(header: string | string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (header === undefined) {
    return undefined;
  }
  const pairs = [header]
    .flat()
    .flatMap((value) => value.split(','))
    .flatMap((pair): Array<readonly [string, string]> => {
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      return at > 0 && name !== '' && value !== '' ? [[name, value]] : [];
    });
  return boundedTags(pairs);
}
