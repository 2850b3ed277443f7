export const KEY_STATUSES = ['active', 'expired', 'revoked'] as const;

/** @param now epoch milliseconds */
export function keyStatus(document: Readonly<Record<string, unknown>>, now: number): (typeof KEY_STATUSES)[number] {
  const { revoked_at: revokedAt, expires_at: expiresAt } = document;
  if (revokedAt !== undefined) {
    return 'revoked';
  }
  return typeof expiresAt === 'string' && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}
