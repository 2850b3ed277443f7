import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {string} file */
export const readSecret = (file) => readFileSync(file, 'utf8').trim();

/**
 * The secret in a file, generated with mode 0600 if it is not there.
 * @param {string} file
 */
export function ensureSecret(file) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  }
  return readSecret(file);
}
