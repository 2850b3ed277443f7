import type { KeyConfig } from '../config/schema.js';
import type { StoredKey } from '../config/storedKey.js';
import { hashSecret, shownPrefix } from './keySecret.js';

/** What the store keeps of a new key. */
export function keyDocument(fields: Omit<KeyConfig, 'key'>, secret: string): StoredKey {
  return { ...fields, hash: hashSecret(secret), prefix: shownPrefix(secret) };
}

/**
 * With a new secret. The one before is good for `graceSeconds` more, 0 ends it at once; the one before that has ended.
 * A revoked key stays revoked.
 * @param now epoch milliseconds
 */
export function rotatedDocument(document: StoredKey, secret: string, graceSeconds: number, now: number): StoredKey {
  const { previous_hash: _hash, previous_until: _until, ...rest } = document;
  const grace =
    graceSeconds > 0
      ? { previous_hash: document.hash, previous_until: new Date(now + graceSeconds * 1000).toISOString() }
      : {};
  return { ...rest, ...grace, hash: hashSecret(secret), prefix: shownPrefix(secret) };
}

/**
 * Taken back, with the secret before it if that was still good. Taken back twice, the first time stays.
 * @param now epoch milliseconds
 */
export function revokedDocument(document: StoredKey, now: number): StoredKey {
  return { revoked_at: new Date(now).toISOString(), ...document };
}
