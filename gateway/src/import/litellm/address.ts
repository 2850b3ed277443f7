import type { KnownProvider } from './providerTable.js';
import { asText, variableOf } from './values.js';
import type { Variables } from './variables.js';

export type Address = { readonly baseUrl: string; readonly note?: string } | { readonly problem: string };

/** Our base_url for LiteLLM's api_base. @param where its key, for whoever sets a variable in its place */
export function readAddress(
  value: unknown,
  provider: string,
  { baseUrl, suffix = '', ownDialect }: KnownProvider,
  variables: Variables,
  where: string
): Address {
  if (value === undefined || value === null || value === '') {
    return baseUrl === undefined ? { problem: 'it has no api_base, and none is known' } : { baseUrl };
  }
  if (ownDialect === true && value !== baseUrl) {
    return { problem: 'LiteLLM does not speak OpenAI’s API to its api_base' };
  }
  const variable = variableOf(value);
  if (variable !== undefined) {
    const note = suffix === '' ? undefined : `${variable} must not end with a slash, as ${suffix} is put behind it`;
    return { baseUrl: variables.refer(variable) + suffix, ...(note === undefined ? {} : { note }) };
  }
  const text = asText(value);
  if (text === undefined || !/^https?:\/\//.test(text) || !URL.canParse(text) || text.includes('${')) {
    return { problem: 'its api_base is no address' };
  }
  const completed = complete(text.replace(/\/+$/, ''), suffix);
  const { username, password, search } = new URL(text);
  if (username !== '' || password !== '' || search !== '') {
    // Whatever stands there may be a secret.
    return { baseUrl: variables.hide(completed, `${toVariable(provider)}_API_BASE`, where) };
  }
  return { baseUrl: completed };
}

/** `openai` in `https://x.openai.azure.com/openai/deployments/y` is already part of Azure's suffix. */
function complete(address: string, suffix: string): string {
  if (suffix === '' || address.endsWith(suffix)) {
    return address;
  }
  const first = suffix.split('/').slice(0, 2).join('/');
  const at = first === '/openai' ? address.indexOf(`${first}`, address.indexOf('//') + 2) : -1;
  return (at < 0 ? address : address.slice(0, at)) + suffix;
}

export function toVariable(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
