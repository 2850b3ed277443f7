import { type Kysely, sql } from 'kysely';

import type { AlertRow, StoreSchema } from '../store/schema.js';
import type { Alert, AlertSource, AlertStatus } from './alert.js';

type Db = Kysely<StoreSchema>;

/** An alert as it is kept. Times in epoch milliseconds. */
export interface KeptAlert extends Alert {
  /** When its status was first told. */
  readonly changedAt: number;
  /** When it was last told of. */
  readonly receivedAt: number;
}

/**
 * A notification of a firing alert that comes this long after the alert was resolved, with the same start, says that it
 * fires again; one that comes sooner was only overtaken on its way, in milliseconds.
 */
const OVERTAKEN_MS = 60_000;

/**
 * Writes down what a notification says of an alert.
 * @returns whether that is new. What is repeated, told by another replica, or overtaken by what came after it is not.
 */
export async function noteAlert(db: Db, alert: Alert, now: number): Promise<boolean> {
  const row = toRow(alert, now);
  const { fingerprint, ...rest } = row;
  const changed = await db
    .insertInto('alerts')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('fingerprint').doUpdateSet(rest).where(sql<boolean>`
        excluded.starts_at > alerts.starts_at
        or (alerts.status = 'firing' and excluded.status = 'resolved' and excluded.ends_at >= alerts.starts_at)
        or (alerts.status = 'resolved' and excluded.status = 'firing' and excluded.starts_at = alerts.starts_at
            and excluded.changed_at > alerts.changed_at + ${OVERTAKEN_MS})`)
    )
    .returning('fingerprint')
    .execute();
  if (changed.length > 0) {
    return true;
  }
  await db
    .updateTable('alerts')
    .set({ received_at: now })
    .where('fingerprint', '=', fingerprint)
    .where('status', '=', alert.status)
    .execute();
  return false;
}

/** Alerts that fire, the newest first. @param limit most that are returned */
export async function firingAlerts(db: Db, limit: number): Promise<readonly KeptAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('status', '=', 'firing')
    .orderBy('starts_at', 'desc')
    .orderBy('fingerprint')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

function toRow(alert: Alert, now: number): AlertRow {
  return {
    fingerprint: alert.fingerprint,
    status: alert.status,
    source: alert.source,
    starts_at: alert.startsAt,
    ends_at: alert.endsAt ?? null,
    labels: JSON.stringify(alert.labels),
    annotations: JSON.stringify(alert.annotations),
    generator_url: alert.generatorUrl ?? null,
    changed_at: now,
    received_at: now,
  };
}

function fromRow(row: AlertRow): KeptAlert {
  return {
    fingerprint: row.fingerprint,
    status: row.status as AlertStatus,
    source: row.source as AlertSource,
    labels: JSON.parse(row.labels) as Record<string, string>,
    annotations: JSON.parse(row.annotations) as Record<string, string>,
    // PostgreSQL's large integers may come as text.
    startsAt: Number(row.starts_at),
    endsAt: row.ends_at === null ? undefined : Number(row.ends_at),
    generatorUrl: row.generator_url ?? undefined,
    changedAt: Number(row.changed_at),
    receivedAt: Number(row.received_at),
  };
}
