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
    const { credential_name: name, credential_values: values } = asMapping(entry);
    const text = asText(name);
    if (text !== undefined) {
      const path = ['credential_list', index];
      found.set(text, { values: asMapping(values), path });
      account.kept(path, 'providers', 'its address and key stand at each provider that deployments use it for');
    }
  });
  return found;
}
