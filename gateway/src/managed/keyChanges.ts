import type { Config, KeyConfig } from '../config/schema.js';
import type { StoredKey } from '../config/storedKey.js';
import { GatewayError } from '../errors/gatewayError.js';
import { keyDocument, revokedDocument, rotatedDocument } from '../governance/keyDocument.js';
import { hashSecret, newKeySecret } from '../governance/keySecret.js';
import type { Caller } from './caller.js';
import { givenFields } from './candidate.js';
import { invalidDocument } from './changeError.js';
import type { ChangeOptions, Changes } from './changes.js';
import type { Item } from './item.js';
import type { KnownObjects } from './objectSync.js';

/** A key, and its secret: this is the only time that anyone is told of it. */
export interface MadeKey {
  readonly item: Item;
  readonly secret: string;
}

/** What can be done with keys and with nothing else. All reject as `Changes` do. */
export interface KeyChanges {
  create(body: unknown, caller: Caller): Promise<MadeKey>;
  /** @param graceSeconds how long the secret before is good for still */
  rotate(name: string, graceSeconds: number, options: ChangeOptions): Promise<MadeKey>;
  revoke(name: string, options: ChangeOptions): Promise<Item>;
}

export interface KeyChangesParts {
  readonly changes: Changes;
  readonly objects: KnownObjects;
  readonly file: () => Config;
}

/** What fits into a header, and is not guessed. */
const CHOSEN_SECRET = /^[\x21-\x7e]{16,200}$/;

export function createKeyChanges({ changes, objects, file }: KeyChangesParts): KeyChanges {
  const refuseTaken = (secret: string): void => {
    const hash = hashSecret(secret);
    const stored = objects.list('key').map(({ document }) => document as StoredKey);
    const inFile = file().keys.some(({ key }) => key === secret);
    if (inFile || stored.some((key) => key.hash === hash || key.previous_hash === hash)) {
      throw invalidDocument([{ path: ['key'], message: 'is the secret of another key; each needs its own' }]);
    }
  };

  return {
    async create(body, caller) {
      const { key: chosen, ...fields } = givenFields('key', body, true);
      if (chosen !== undefined) {
        if (typeof chosen !== 'string' || !CHOSEN_SECRET.test(chosen)) {
          const message = 'must be 16 to 200 visible ASCII characters; leave it out to have one made';
          throw invalidDocument([{ path: ['key'], message }]);
        }
        refuseTaken(chosen);
      }
      if (file().auth.jwt.some(({ name }) => name === fields['name'])) {
        const message = 'is the name of a rule under auth.jwt; their usage would be mixed';
        throw invalidDocument([{ path: ['name'], message }]);
      }
      const secret = chosen ?? newKeySecret();
      const document = keyDocument(fields as Omit<KeyConfig, 'key'>, secret);
      return { item: await changes.create('key', document, caller), secret };
    },

    async rotate(name, graceSeconds, options) {
      const secret = newKeySecret();
      const edit = (before: Readonly<Record<string, unknown>>) => {
        const key = before as StoredKey;
        if (key.revoked_at !== undefined) {
          throw new GatewayError(`The key "${name}" was revoked and stays so; create a new one.`, {
            status: 409,
            type: 'invalid_request_error',
            code: 'key_revoked',
          });
        }
        return rotatedDocument(key, secret, graceSeconds, Date.now());
      };
      return { item: await changes.edit('key', name, 'rotate', edit, options), secret };
    },

    revoke(name, options) {
      const edit = (before: Readonly<Record<string, unknown>>) => revokedDocument(before as StoredKey, Date.now());
      return changes.edit('key', name, 'revoke', edit, options);
    },
  };
}
