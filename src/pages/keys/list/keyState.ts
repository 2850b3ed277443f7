import type { Key } from '../../../api/gateway/objects';

export const KEY_STATES = ['active', 'expiring', 'expired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

const DAY_MS = 86_400_000;
/** How long before its end a key is worth a look. */
const EXPIRING_MS = 7 * DAY_MS;

/** @param now epoch milliseconds */
export function keyState({ status, expires_at: expiresAt }: Key, now = Date.now()): KeyState {
  if (status === 'revoked' || status === 'expired') {
    return status;
  }
  return expiresAt !== undefined && Date.parse(expiresAt) - now <= EXPIRING_MS ? 'expiring' : 'active';
}
