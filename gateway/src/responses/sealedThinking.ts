import { type Fields, isObject } from '../chat/completion/fields.js';

/** Told apart from what OpenAI encrypts, which only OpenAI can read. */
const PREFIX = 'llm-gateway.';

/**
 * Thinking with its provider's signatures as `encrypted_content`, which clients send back as it was. The provider's
 * signatures protect it; it is not secret to the client, who is shown it anyway.
 */
export function seal(blocks: readonly unknown[]): string {
  return `${PREFIX}${Buffer.from(JSON.stringify(blocks)).toString('base64url')}`;
}

/** What `seal` was given; nothing of anything else. */
export function unseal(sealed: unknown): Fields[] {
  if (typeof sealed !== 'string' || !sealed.startsWith(PREFIX)) {
    return [];
  }
  try {
    const blocks: unknown = JSON.parse(Buffer.from(sealed.slice(PREFIX.length), 'base64url').toString('utf8'));
    return Array.isArray(blocks) ? blocks.filter(isObject) : [];
  } catch {
    return [];
  }
}
