import type { KeyPath } from '../../config/document.js';
import type { Account } from './finding.js';
import { type Mapping, asList, asMapping, asText } from './values.js';

export interface Credential {
  readonly values: Mapping;
  readonly path: KeyPath;
}

/** What deployments may refer to by name in place of keys and addresses of their own. */
export function readCredentials(input: Mapping, account: Account): ReadonlyMap<string, Credential> {
  const found = new Map<string, Credential>();
  asList(input['credential_list']).forEach((entry, index) => {
    const { credential_name: name, credential_values: given } = asMapping(entry);
    const text = asText(name);
    if (text === undefined) {
      return;
    }
    const [path, values] = [['credential_list', index], asMapping(given)];
    found.set(text, { values, path });
    account.kept([...path, 'credential_name'], 'providers', 'a provider for each address and key');
  });
  return found;
}
