import type { CacheConfig } from '../config/sections/cache.js';
import type { Principal } from '../governance/principal.js';

export type Sharing = CacheConfig['share'];

/**
 * Whose answers somebody is given, as a part of their keys: nobody else's. The holders of tokens have the name of their
 * issuer's rule in common, so a key alone does not tell two of them apart.
 */
export function scopeOf({ key, team, user }: Principal, share: Sharing): readonly unknown[] {
  switch (share) {
    case 'everyone':
      return ['everyone'];
    case 'team':
      // Who has no team shares with nobody.
      return team === undefined ? ['key', key, null, user ?? null] : ['team', team];
    case 'key':
      return ['key', key, team ?? null, user ?? null];
  }
}
