import { createHash } from 'node:crypto';

/** Hex digits: no two of a million names are likely to share them. */
const DIGITS = 12;

/**
 * Stands for a name where metrics.hash_names asks for it: the first 12 hex digits of its SHA-256, the same on every
 * replica and after a restart. It keeps a name from being read, not from being guessed.
 */
export function nameHash(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, DIGITS);
}
