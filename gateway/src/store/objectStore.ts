import { type Kysely, type Transaction, sql } from 'kysely';

import { type AuditEntry, writeAudit } from './auditLog.js';
import type { ObjectRow, StoreSchema } from './schema.js';
import type { Store, StoreDialect } from './store.js';
import { ObjectConflict, type ObjectKind, type ObjectStore, type StoredObject } from './storedObject.js';

/** Of the advisory lock in PostgreSQL that changes of objects take turns by; any number that nobody else uses. */
const CHANGE_LOCK = 7_236_501_884;

/** Managed objects in the table `objects`. Rows of removed ones stay, so that replicas learn of it. */
export function createObjectStore({ db, dialect }: Pick<Store, 'db' | 'dialect'>, now = Date.now): ObjectStore {
  /**
   * Changes take turns, each from taking its revision to being committed: who has seen a revision has seen all
   * before it.
   */
  const change = (work: (trx: Transaction<StoreSchema>, revision: number) => Promise<ObjectRow>, audit?: AuditEntry) =>
    db.transaction().execute(async (trx) => {
      await takeTurn(trx, dialect);
      const row = await work(trx, (await lastRevision(trx)) + 1);
      if (audit !== undefined) {
        await writeAudit(trx, audit);
      }
      return toObject(row);
    });

  const update = async (trx: Transaction<StoreSchema>, before: ObjectRow, changed: Partial<ObjectRow>) => {
    const row = { ...before, ...changed };
    const { kind, name, ...values } = row;
    await trx.updateTable('objects').set(values).where('kind', '=', kind).where('name', '=', name).execute();
    return row;
  };

  return {
    async list(kind) {
      const rows = db.selectFrom('objects').selectAll().where('kind', '=', kind).where('deleted', '=', 0);
      return (await rows.orderBy('name').execute()).map(toObject);
    },

    async get(kind, name) {
      const row = await find(db, kind, name);
      return row === undefined || row.deleted === 1 ? undefined : toObject(row);
    },

    async changesSince(revision) {
      const rows = db.selectFrom('objects').selectAll().where('revision', '>', revision).orderBy('revision');
      return (await rows.execute()).map(toObject);
    },

    create: (kind, name, document, audit) =>
      change(async (trx, revision) => {
        const before = await find(trx, kind, name);
        if (before?.deleted === 0) {
          throw new ObjectConflict('exists');
        }
        const time = now();
        const row: ObjectRow = {
          kind,
          name,
          document: JSON.stringify(document),
          revision,
          deleted: 0,
          created_at: time,
          updated_at: time,
        };
        if (before !== undefined) {
          return update(trx, before, row);
        }
        await trx.insertInto('objects').values(row).execute();
        return row;
      }, audit),

    replace: (kind, name, document, expected, audit) =>
      change(async (trx, revision) => {
        const before = await findUnchanged(trx, kind, name, expected);
        return update(trx, before, { document: JSON.stringify(document), revision, updated_at: now() });
      }, audit),

    remove: (kind, name, expected, audit) =>
      change(async (trx, revision) => {
        const before = await findUnchanged(trx, kind, name, expected);
        // Nothing is kept of what is gone but its name: it may have held a secret.
        return update(trx, before, { document: '{}', revision, deleted: 1, updated_at: now() });
      }, audit),
  };
}

/** Waits until no other change is under way; until this one is committed, others wait. */
async function takeTurn(trx: Transaction<StoreSchema>, dialect: StoreDialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(${sql.lit(CHANGE_LOCK)})`.execute(trx);
  } else {
    // A transaction of SQLite that reads first may find that it can no longer write.
    await trx.deleteFrom('objects').where('kind', '=', '').execute();
  }
}

async function lastRevision(trx: Transaction<StoreSchema>): Promise<number> {
  const last = await trx.selectFrom('objects').select('revision').orderBy('revision', 'desc').limit(1).execute();
  return last[0]?.revision ?? 0;
}

async function findUnchanged(
  trx: Transaction<StoreSchema>,
  kind: ObjectKind,
  name: string,
  revision: number | undefined
): Promise<ObjectRow> {
  const row = await find(trx, kind, name);
  if (row === undefined || row.deleted === 1) {
    throw new ObjectConflict('missing');
  }
  if (revision !== undefined && row.revision !== revision) {
    throw new ObjectConflict('changed');
  }
  return row;
}

function find(db: Kysely<StoreSchema>, kind: ObjectKind, name: string): Promise<ObjectRow | undefined> {
  return db.selectFrom('objects').selectAll().where('kind', '=', kind).where('name', '=', name).executeTakeFirst();
}

function toObject(row: ObjectRow): StoredObject {
  return {
    kind: row.kind as ObjectKind,
    name: row.name,
    document: JSON.parse(row.document) as Record<string, unknown>,
    revision: row.revision,
    deleted: row.deleted === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
