import { hash, randomBytes } from 'node:crypto';

/** Looks like a key to OpenAI's tools and to secret scanners. */
const PREFIX = 'sk-llmgw-';

/** Characters of a made secret that people are shown, to know it by: four of the random ones. */
const SHOWN = PREFIX.length + 4;

/** A new secret: 192 random bits in 32 characters that need no escaping anywhere. */
export function newKeySecret(): string {
  return `${PREFIX}${randomBytes(24).toString('base64url')}`;
}

/** What is kept of a secret: with 192 random bits in it, a slow hash would protect no better. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret);
}

/** How a secret begins, and never more than a third of it. */
export function shownPrefix(secret: string): string {
  return secret.slice(0, Math.min(SHOWN, Math.floor(secret.length / 3)));
}
