import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import type { AuditEntry } from './auditLog.js';
import { createObjectStore } from './objectStore.js';
import { openStore } from './openStore.js';
import type { Store } from './store.js';
import { type ObjectStore, OBJECT_KINDS } from './storedObject.js';

jest.setTimeout(60_000);

let postgres: TestPostgres | undefined;
afterAll(() => postgres?.remove());

const openSqlite = (): Promise<Store> => openStore({ file: ':memory:', threads: false });
const openPostgres = async (): Promise<Store> => {
  postgres ??= await TestPostgres.start();
  return openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
};

const CHANGE: AuditEntry = {
  actor: 'ada',
  address: '10.0.0.1',
  action: 'create',
  kind: 'team',
  name: 'core',
  before: undefined,
  after: { name: 'core' },
};

/** Runs on both stores. */
function onBoth(name: string, run: (store: Store, objects: ObjectStore) => Promise<void>): void {
  const opened = (open: () => Promise<Store>) => async () => {
    const store = await open();
    try {
      await run(store, createObjectStore(store));
    } finally {
      await store.close();
    }
  };
  test(`SQLite: ${name}`, opened(openSqlite));
  withPostgres(`PostgreSQL: ${name}`, opened(openPostgres));
}

onBoth('an object is created, replaced, removed and created again', async (_store, objects) => {
  const created = await objects.create('team', 'core', { name: 'core' });
  expect(created).toMatchObject({
    kind: 'team',
    name: 'core',
    document: { name: 'core' },
    revision: 1,
    deleted: false,
  });
  expect(await objects.get('team', 'core')).toEqual(created);
  expect(await objects.get('user', 'core')).toBeUndefined();

  const replaced = await objects.replace('team', 'core', { name: 'core', blocked: true });
  expect(replaced).toMatchObject({ revision: 2, document: { blocked: true }, createdAt: created.createdAt });
  await objects.create('team', 'another/team', {});
  expect((await objects.list('team')).map(({ name }) => name)).toEqual(['another/team', 'core']);

  expect(await objects.remove('team', 'core')).toMatchObject({ revision: 4, deleted: true, document: {} });
  expect(await objects.get('team', 'core')).toBeUndefined();
  expect(await objects.list('team')).toHaveLength(1);

  const again = await objects.create('team', 'core', { name: 'core', models: ['a'] });
  expect(again).toMatchObject({ revision: 5, deleted: false, document: { models: ['a'] } });
});

onBoth('changes are told in order, removed objects included, each at its last revision', async (_store, objects) => {
  for (const kind of OBJECT_KINDS) {
    await objects.create(kind, 'one', { kind });
  }
  await objects.replace('key', 'one', { new: true });
  await objects.remove('team', 'one');
  const all = await objects.changesSince(0);
  expect(all.map(({ revision }) => revision)).toEqual([1, 2, 3, 6, 7, 8, 9, 10]);
  expect(all.at(-1)).toMatchObject({ kind: 'team', name: 'one', deleted: true });
  expect(await objects.changesSince(9)).toHaveLength(1);
  expect(await objects.changesSince(10)).toEqual([]);
});

onBoth('a change that does not fit is refused and changes nothing', async (_store, objects) => {
  await objects.create('key', 'ci', { a: 1 });
  await expect(objects.create('key', 'ci', {})).rejects.toMatchObject({ reason: 'exists' });
  await expect(objects.replace('key', 'other', {})).rejects.toMatchObject({ reason: 'missing' });
  await expect(objects.remove('key', 'other')).rejects.toMatchObject({ reason: 'missing' });
  await objects.replace('key', 'ci', { a: 2 }, 1);
  await expect(objects.replace('key', 'ci', { a: 3 }, 1)).rejects.toMatchObject({ reason: 'changed' });
  await expect(objects.remove('key', 'ci', 1)).rejects.toMatchObject({ reason: 'changed' });
  expect(await objects.changesSince(0)).toMatchObject([{ document: { a: 2 }, revision: 2 }]);
  await objects.remove('key', 'ci', 2);
  await expect(objects.replace('key', 'ci', {})).rejects.toMatchObject({ reason: 'missing' });
});

onBoth('a change and its line in the audit log are written together, or neither', async ({ db }, objects) => {
  await objects.create('team', 'core', { name: 'core' }, CHANGE);
  const unwritable = { ...CHANGE, after: { toJSON: () => fail('cannot be written') } };
  await expect(objects.create('team', 'other', {}, unwritable)).rejects.toThrow('cannot be written');
  await expect(objects.create('team', 'core', {}, CHANGE)).rejects.toMatchObject({ reason: 'exists' });
  expect(await objects.list('team')).toHaveLength(1);
  expect(await db.selectFrom('audit_log').selectAll().execute()).toMatchObject([
    {
      actor: 'ada',
      address: '10.0.0.1',
      action: 'create',
      kind: 'team',
      name: 'core',
      before: null,
      after: '{"name":"core"}',
    },
  ]);
});

onBoth('of many who create the same object at the same time, one does', async (_store, objects) => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => objects.create('key', 'ci', {})));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

withPostgres('a reader that goes by revisions misses nothing that replicas write at the same time', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const stores = [await openStore({ databaseUrl, file: '' }), await openStore({ databaseUrl, file: '' })];
  const [reader] = stores.map((store) => createObjectStore(store));
  let writing = true;
  const seen = new Set<string>();
  const read = async (): Promise<void> => {
    for (let revision = 0, last = false; !last;) {
      last = !writing;
      for (const object of (await reader?.changesSince(revision)) ?? []) {
        expect(object.revision).toBeGreaterThan(revision);
        revision = object.revision;
        seen.add(object.name);
      }
    }
  };
  const reading = read();
  await Promise.all(
    stores.flatMap((store, replica) =>
      Array.from({ length: 150 }, (_, index) => createObjectStore(store).create('key', `${replica}-${index}`, {}))
    )
  );
  writing = false;
  await reading;
  expect(seen.size).toBe(300);
  await Promise.all(stores.map((store) => store.close()));
});

function fail(message: string): never {
  throw new Error(message);
}
