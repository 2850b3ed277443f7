import type { Kysely } from 'kysely';

import type { StoreSchema, WebhookDeliveryRow } from '../store/schema.js';

type Db = Kysely<StoreSchema>;

/** Calls of a webhook that are to be made now, the oldest first. */
export async function dueDeliveries(
  db: Db,
  webhook: string,
  now: number,
  limit: number
): Promise<readonly WebhookDeliveryRow[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('state', '=', 'pending')
    .where('webhook', '=', webhook)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute();
  return rows.map(withNumbers);
}

/** Takes a call for this replica until a time; false when another took it first. */
export async function claimDelivery(db: Db, row: WebhookDeliveryRow, until: number): Promise<boolean> {
  const taken = await db
    .updateTable('webhook_deliveries')
    .set({ next_at: until, attempts: row.attempts + 1 })
    .where('id', '=', row.id)
    .where('state', '=', 'pending')
    .where('next_at', '=', row.next_at)
    .returning('id')
    .execute();
  return taken.length > 0;
}

export async function endDelivery(
  db: Db,
  id: string,
  state: 'delivered' | 'failed',
  lastError: string | null
): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ state, last_error: lastError })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}

export async function postponeDelivery(db: Db, id: string, nextAt: number, lastError: string): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ next_at: nextAt, last_error: lastError })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}

/** Gives up calls of webhooks that there are no longer. */
export async function giveUpUnknown(db: Db, known: readonly string[]): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ state: 'failed', last_error: 'there is no webhook of that name any more' })
    .where('state', '=', 'pending')
    .where('webhook', 'not in', known)
    .execute();
}

/** Forgets calls that ended and are older than a time. */
export async function purgeDeliveries(db: Db, before: number): Promise<void> {
  await db.deleteFrom('webhook_deliveries').where('state', '!=', 'pending').where('created_at', '<', before).execute();
}

/** The newest calls, of one state or of all. */
export async function listDeliveries(
  db: Db,
  state: string | undefined,
  limit: number
): Promise<readonly WebhookDeliveryRow[]> {
  let rows = db.selectFrom('webhook_deliveries').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit);
  rows = state === undefined ? rows : rows.where('state', '=', state);
  return (await rows.execute()).map(withNumbers);
}

/** PostgreSQL's large integers may come as text. */
function withNumbers(row: WebhookDeliveryRow): WebhookDeliveryRow {
  return {
    ...row,
    created_at: Number(row.created_at),
    attempts: Number(row.attempts),
    next_at: Number(row.next_at),
  };
}
