import type { Kysely } from 'kysely';
import type { Logger } from 'pino';

import type { StoreSchema, WebhookDeliveryRow } from '../store/schema.js';
import type { CallOutcome } from './call.js';
import { endDelivery, postponeDelivery } from './deliveries.js';
import { GIVE_UP_AFTER_MS, retryDelay } from './retryDelay.js';

/** Writes down how a call went: made, to be made again, or given up. @param now epoch milliseconds */
export async function settleDelivery(
  db: Kysely<StoreSchema>,
  row: WebhookDeliveryRow,
  outcome: CallOutcome,
  now: number,
  log: Logger
): Promise<void> {
  if (outcome.result === 'delivered') {
    return endDelivery(db, row.id, 'delivered', null);
  }
  const about = { webhook: row.webhook, event: row.type, delivery: row.id, attempts: row.attempts };
  const reason = outcome.result === 'gone' ? 'status 410: not wanted any more' : outcome.reason;
  const nextAt = now + retryDelay(row.attempts);
  if (outcome.result === 'gone' || nextAt > row.created_at + GIVE_UP_AFTER_MS) {
    log.error({ ...about, reason }, 'a webhook call was given up');
    return endDelivery(db, row.id, 'failed', reason);
  }
  log.warn({ ...about, reason, nextAt: new Date(nextAt).toISOString() }, 'a webhook call failed; it is made again');
  return postponeDelivery(db, row.id, nextAt, reason);
}
