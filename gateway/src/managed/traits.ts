import type { ObjectKind } from '../store/storedObject.js';

/** What of a kind's documents is not simply the administrator's to write and to read. */
export interface Traits {
  /** Sealed at rest, and in no answer. A test looks for fields of the schemas that are missing here. */
  readonly secrets: readonly string[];
  /** Set by the gateway, and kept when the rest is replaced. */
  readonly kept: readonly string[];
  /** Those of them, and of the configuration file, that are in no answer. */
  readonly hidden: readonly string[];
  readonly onlyAtCreation: readonly string[];
}

const PLAIN: Traits = { secrets: [], kept: [], hidden: [], onlyAtCreation: [] };

export const TRAITS: Readonly<Record<ObjectKind, Traits>> = {
  provider: { ...PLAIN, secrets: ['api_key', 'azure_ad_token', 'secret_access_key', 'session_token'] },
  model: PLAIN,
  price: PLAIN,
  key: {
    secrets: [],
    kept: ['hash', 'prefix', 'previous_hash', 'previous_until', 'revoked_at'],
    hidden: ['key', 'hash', 'previous_hash'],
    onlyAtCreation: ['key'],
  },
  team: PLAIN,
  user: PLAIN,
  budget: PLAIN,
  limit: PLAIN,
};
