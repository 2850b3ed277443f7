import type { Kysely } from 'kysely';
import { v7 as uuidV7 } from 'uuid';

import type { AuditRow, StoreSchema } from './schema.js';
import type { Store } from './store.js';

/** One change, as it is written down. Nothing in it may be a secret. */
export interface AuditEntry {
  /** `admin`, or the person that the caller names. */
  readonly actor: string;
  readonly address: string | undefined;
  /** e.g. `create`, `replace`, `delete`, `rotate`, `revoke`. */
  readonly action: string;
  readonly kind: string;
  readonly name: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

export interface AuditedChange extends AuditEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly time: number;
}

export interface AuditQuery {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly actor?: string | undefined;
  /** Epoch milliseconds; `to` is not included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only those older than the change of that id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Writes a change down. @param db a transaction, where it belongs to one. */
export async function writeAudit(db: Kysely<StoreSchema>, entry: AuditEntry): Promise<void> {
  const { actor, action, kind, name, address, before, after } = entry;
  const row: AuditRow = {
    // Ids rise with time, so they are the order to read in.
    id: uuidV7(),
    time: Date.now(),
    actor,
    address: address ?? null,
    action,
    kind,
    name,
    before: before === undefined ? null : JSON.stringify(before),
    after: after === undefined ? null : JSON.stringify(after),
  };
  await db.insertInto('audit_log').values(row).execute();
}

/** Changes that match, the newest first. */
export async function readAudit({ db }: Pick<Store, 'db'>, query: AuditQuery): Promise<readonly AuditedChange[]> {
  const { kind, name, actor, from, to, before, limit } = query;
  let rows = db.selectFrom('audit_log').selectAll().orderBy('id', 'desc').limit(limit);
  for (const [column, value] of Object.entries({ kind, name, actor })) {
    if (value !== undefined) {
      rows = rows.where(column as 'kind' | 'name' | 'actor', '=', value);
    }
  }
  rows = from === undefined ? rows : rows.where('time', '>=', from);
  rows = to === undefined ? rows : rows.where('time', '<', to);
  rows = before === undefined ? rows : rows.where('id', '<', before);
  return (await rows.execute()).map((row) => ({
    ...row,
    address: row.address ?? undefined,
    before: parsed(row.before),
    after: parsed(row.after),
  }));
}

function parsed(json: string | null): object | undefined {
  return json === null ? undefined : (JSON.parse(json) as object);
}
