import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import type { MasterKey } from './masterKey.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX = 'sealed:';
const FORMAT = /^sealed:v1:([0-9a-f]+):([\w-]+):([\w-]+)$/;

/** A sealed secret cannot be read; the message says why and what to do. */
export class SealBroken extends Error {}

/**
 * Encrypts a secret as `sealed:v1:<key id>:<iv>:<data>`.
 * @param place where it is kept, e.g. `provider/openai/api_key`; it can be opened for that place only
 */
export function seal({ id, key }: MasterKey, secret: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${PREFIX}v1:${id}:${iv.toString('base64url')}:${data.toString('base64url')}`;
}

/** Whether a text claims to be sealed. */
export function isSealed(text: unknown): text is string {
  return typeof text === 'string' && text.startsWith(PREFIX);
}

/** @throws SealBroken when it was sealed with another key, for another place, or was changed. */
export function unseal({ id, key }: MasterKey, sealed: string, place: string): string {
  const [, keyId, iv = '', data = ''] = FORMAT.exec(sealed) ?? [];
  if (keyId === undefined) {
    throw new SealBroken('is sealed in a way that this version does not know; set it again');
  }
  if (keyId !== id) {
    throw new SealBroken(
      `was sealed with the master key ${keyId}, and this gateway has ${id}; give every replica on this database the same LLM_GATEWAY_MASTER_KEY, or set it again`
    );
  }
  const bytes = Buffer.from(data, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken('was changed in the database, or moved there from elsewhere; set it again');
  }
}
