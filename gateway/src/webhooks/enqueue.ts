import type { Kysely } from 'kysely';
import { v7 as uuidV7 } from 'uuid';

import type { WebhookConfig } from '../config/schema.js';
import type { ToldEvent } from '../events/event.js';
import type { StoreSchema } from '../store/schema.js';
import { webhookBody, webhookEventType } from './payload.js';

/** Notes a call of each webhook that wants to be told of an event. @param db a transaction, where it belongs to one */
export async function enqueueDeliveries(
  db: Kysely<StoreSchema>,
  webhooks: readonly WebhookConfig[],
  event: ToldEvent
): Promise<void> {
  const type = webhookEventType(event);
  const rows = webhooks
    .filter(({ events }) => events.includes(type))
    .map(({ name }) => ({
      id: `whd_${uuidV7({ msecs: event.time })}`,
      created_at: event.time,
      webhook: name,
      type,
      body: webhookBody(event),
      attempts: 0,
      next_at: event.time,
      state: 'pending',
      last_error: null,
    }));
  if (rows.length > 0) {
    await db.insertInto('webhook_deliveries').values(rows).execute();
  }
}
