import { hash } from 'node:crypto';

import type { Principal } from './principal.js';

/** Finds who a secret belongs to; undefined when nobody. */
export interface KeyRing {
  find(secret: string): Principal | undefined;
}

/** Keys by the SHA-256 of their secret: looking one up takes the same time whether or not it is nearly right. */
export function createKeyRing(keys: Iterable<readonly [secret: string, principal: Principal]>): KeyRing {
  const byHash = new Map<string, Principal>();
  for (const [secret, principal] of keys) {
    byHash.set(hash('sha256', secret), principal);
  }
  return { find: (secret) => byHash.get(hash('sha256', secret)) };
}
