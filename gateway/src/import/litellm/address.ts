import type { KnownProvider } from './providerTable.js';
import { asText, variableOf } from './values.js';
import type { Variables } from './variables.js';

/** Without a base_url where the type of the provider knows its own. */
export type Address = { readonly baseUrl?: string; readonly note?: string } | { readonly problem: string };

/** Our base_url for LiteLLM's api_base. @param where its key, for whoever sets a variable in its place */
export function readAddress(
  value: unknown,
  provider: string,
  known: KnownProvider,
  variables: Variables,
  where: string
): Address {
  const { baseUrl, home, addressVariable, tail, suffix = '' } = known;
  if (value === undefined || value === null || value === '') {
    if (home !== undefined || baseUrl !== undefined) {
      return baseUrl === undefined ? {} : { baseUrl };
    }
    return addressVariable === undefined
      ? { problem: 'it has no api_base, and none is known' }
      : { baseUrl: variables.refer(addressVariable, `the address of ${provider}, which LiteLLM reads there too`) };
  }
  const variable = variableOf(value);
  if (variable !== undefined) {
    const notes = [
      ...(tail === undefined ? [] : [`${variable} must be the address up to what the API puts behind it`]),
      ...(suffix === '' ? [] : [`${variable} must not end with a slash, as ${suffix} is put behind it`]),
    ];
    return {
      baseUrl: variables.refer(variable) + suffix,
      ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    };
  }
  const text = asText(value);
  if (text === undefined || !/^https?:\/\//.test(text) || !URL.canParse(text) || text.includes('${')) {
    return { problem: 'its api_base is no address' };
  }
  const completed = complete(text, known);
  if (completed === home) {
    return {};
  }
  const { username, password, search } = new URL(text);
  if (username !== '' || password !== '' || search !== '') {
    // Whatever stands there may be a secret.
    return { baseUrl: variables.hide(completed, `${toVariable(provider)}_API_BASE`, where) };
  }
  return { baseUrl: completed };
}

function complete(address: string, { tail, suffix = '' }: KnownProvider): string {
  const plain = address.replace(/\/+$/, '');
  const cut = tail === undefined ? plain : plain.replace(tail, '');
  return cut.endsWith(suffix) ? cut : cut + suffix;
}

export function toVariable(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
