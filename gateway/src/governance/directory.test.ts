import type { StoredObject } from '../store/storedObject.js';
import { Directory } from './directory.js';
import { keyDocument, revokedDocument, rotatedDocument } from './keyDocument.js';
import { hashSecret } from './keySecret.js';

const NOTHING = { keys: [], teams: [], users: [], budgets: [], limits: [] };
const NOW = Date.UTC(2026, 10, 2, 12);

const log = { warn: jest.fn(), error: jest.fn() };
let directory: Directory;
let revision: number;

beforeEach(() => {
  log.warn.mockClear();
  log.error.mockClear();
  directory = new Directory(log);
  revision = 0;
});

type Kind = StoredObject['kind'];

function change(kind: Kind, document: { readonly name: string; readonly [field: string]: unknown }): StoredObject {
  return { kind, name: document.name, document, revision: ++revision, deleted: false, createdAt: NOW, updatedAt: NOW };
}

function removal(kind: Kind, name: string): StoredObject {
  return { ...change(kind, { name }), document: {}, deleted: true };
}

const storedKey = (name: string, fields: object = {}) =>
  change('key', { ...keyDocument({ name, ...fields }, `secret-${name}`) });

const keyOf = (secret: string) => directory.find(secret)?.principal.key;

test('finds keys of the file and of the store by their secrets only', () => {
  directory.configure({ ...NOTHING, keys: [{ name: 'a', key: 'secret-a' }, { name: 'b' }] }, (name) => `made-${name}`);
  directory.apply([storedKey('c')]);
  expect(['secret-a', 'made-b', 'secret-c', 'secret-b', 'a', ''].map(keyOf)).toEqual([
    'a',
    'b',
    'c',
    undefined,
    undefined,
    undefined,
  ]);
  expect(keyOf(hashSecret('secret-c'))).toBeUndefined();
});

test('a reload puts other keys in force, and forgets those that are gone', () => {
  directory.configure({ ...NOTHING, keys: [{ name: 'a', key: 'secret-a' }] }, () => '');
  directory.apply([storedKey('c')]);
  directory.configure({ ...NOTHING, keys: [{ name: 'a', key: 'secret-new' }] }, () => '');
  expect(['secret-a', 'secret-new', 'secret-c'].map(keyOf)).toEqual([undefined, 'a', 'c']);
});

test('stored changes come into force one by one', () => {
  directory.apply([storedKey('a'), storedKey('b', { team: 'one' })]);
  directory.apply([storedKey('b', { team: 'two' })]);
  expect(directory.find('secret-b')?.principal.team).toBe('two');
  directory.apply([removal('key', 'b')]);
  expect(['secret-a', 'secret-b'].map(keyOf)).toEqual(['a', undefined]);
});

test('a change that comes again, or late, changes nothing', () => {
  const first = storedKey('a');
  const second = storedKey('a', { team: 'new' });
  const gone = removal('key', 'b');
  directory.apply([second, gone]);
  directory.apply([first, second, { ...storedKey('b'), revision: gone.revision - 1 }]);
  expect(directory.find('secret-a')?.principal.team).toBe('new');
  expect(keyOf('secret-b')).toBeUndefined();
});

test('the file goes before the store, which is said once', () => {
  directory.apply([storedKey('a', { team: 'stored' }), change('team', { name: 't', blocked: true })]);
  const file = {
    ...NOTHING,
    keys: [{ name: 'a', key: 'secret-file', team: 't' }],
    teams: [{ name: 't', blocked: false }],
  };
  directory.configure(file, () => '');
  directory.configure(file, () => '');
  directory.apply([storedKey('a', { team: 'stored-again' })]);
  expect(keyOf('secret-a')).toBeUndefined();
  expect(directory.find('secret-file')).toMatchObject({ principal: { key: 'a', team: 't' }, blocked: undefined });
  expect(log.warn.mock.calls.map(([about]) => about)).toEqual([
    { kind: 'key', name: 'a' },
    { kind: 'team', name: 't' },
  ]);

  directory.configure(NOTHING, () => '');
  expect(directory.find('secret-a')?.principal.team).toBe('stored-again');
  expect(directory.team('t')?.blocked).toBe(true);
});

test('a secret of the file is not had by a stored key as well', () => {
  directory.configure({ ...NOTHING, keys: [{ name: 'file', key: 'secret-same' }] }, () => '');
  directory.apply([storedKey('same')]);
  expect(keyOf('secret-same')).toBe('file');
});

test('a rotated key has both secrets, the one before with its end', () => {
  const before = keyDocument({ name: 'a' }, 'secret-1');
  directory.apply([change('key', { ...before })]);
  directory.apply([change('key', { ...rotatedDocument(before, 'secret-2', 60, NOW) })]);
  expect(directory.find('secret-1')?.identity.replacedAt).toBe(NOW + 60_000);
  expect(directory.find('secret-2')?.identity.replacedAt).toBeUndefined();
  expect(directory.find('secret-1')?.principal).toEqual(directory.find('secret-2')?.principal);
});

test('a revoked key is known, as revoked', () => {
  directory.apply([change('key', { ...revokedDocument(keyDocument({ name: 'a' }, 'secret-a'), NOW) })]);
  expect(directory.find('secret-a')?.identity.revokedAt).toBe(NOW);
});

test('a key has the team of its user unless it has its own, and the tags of its team under its own', () => {
  directory.apply([
    change('user', { name: 'ada', team: 'research' }),
    change('team', { name: 'research', tags: { environment: 'lab', cost_centre: '7' } }),
    storedKey('a', { user: 'ada', tags: { environment: 'prod' } }),
    storedKey('b', { user: 'ada', team: 'platform' }),
  ]);
  expect(directory.find('secret-a')?.principal).toMatchObject({
    key: 'a',
    user: 'ada',
    team: 'research',
    tags: { environment: 'prod', cost_centre: '7' },
  });
  expect(directory.find('secret-b')?.principal).toMatchObject({ team: 'platform', tags: undefined });
});

test('what changes of a team or a user holds for its keys at once', () => {
  directory.apply([storedKey('a', { team: 't', user: 'u' })]);
  const models = () =>
    ['x', 'y', 'z'].filter((model) => directory.find('secret-a')?.principal.mayUse?.(model) !== false);
  expect(models()).toEqual(['x', 'y', 'z']);
  directory.apply([
    change('team', { name: 't', models: ['x', 'y'] }),
    change('user', { name: 'u', models: ['y', 'z'] }),
  ]);
  expect(models()).toEqual(['y']);
  directory.apply([removal('user', 'u')]);
  expect(models()).toEqual(['x', 'y']);
  directory.apply([change('team', { name: 't', blocked: true })]);
  expect(directory.find('secret-a')?.blocked).toBe('team "t"');
  directory.apply([change('team', { name: 't' }), change('user', { name: 'u', blocked: true })]);
  expect(directory.find('secret-a')?.blocked).toBe('user "u"');
});

test('rules of file and store are in force, the file’s first by name', () => {
  const budgets = () => directory.rules.budgetsOf('key', 'ci').map(({ name, limit }) => `${name} ${limit}`);
  directory.apply([
    change('budget', { name: 'one', key: 'ci', limit_tokens: 1 }),
    change('budget', { name: 'two', key: 'ci', limit_tokens: 2 }),
    change('limit', { name: 'one', team: '*', requests_per_minute: 5 }),
  ]);
  expect(budgets()).toEqual(['one 1', 'two 2']);
  const own = { name: 'one', key: 'ci', limit_tokens: 100, timezone: 'UTC', hard: true, warn_at: [] };
  directory.configure({ ...NOTHING, budgets: [own] }, () => '');
  directory.apply([change('budget', { name: 'one', key: 'ci', limit_tokens: 3 }), removal('budget', 'two')]);
  expect(budgets()).toEqual(['one 100']);
  directory.configure(NOTHING, () => '');
  expect(budgets()).toEqual(['one 3']);
  expect(directory.rules.limitsOf('team', 'any')).toMatchObject([{ name: 'one', requestsPerMinute: 5 }]);
  directory.apply([removal('budget', 'one'), removal('limit', 'one')]);
  expect(directory.rules.empty).toBe(true);
});

test('what a newer replica added to a document is passed over; what cannot be understood changes nothing', () => {
  directory.apply([change('team', { name: 't', blocked: true, colour: 'red' })]);
  expect(directory.team('t')?.blocked).toBe(true);
  directory.apply([change('team', { name: 't', blocked: 'perhaps' }), change('key', { name: 'k' }), storedKey('a')]);
  expect(directory.team('t')?.blocked).toBe(true);
  expect(keyOf('secret-a')).toBe('a');
  expect(log.error.mock.calls.map(([about]) => about)).toEqual([
    { kind: 'team', name: 't', revision: 2 },
    { kind: 'key', name: 'k', revision: 3 },
  ]);
});

test('other kinds of objects are not its business', () => {
  directory.apply([change('provider', { name: 'openai' }), change('model', { name: 'gpt' })]);
  expect(log.error).not.toHaveBeenCalled();
});

test('principals are those of the file, then those of the store, as many as are asked for', () => {
  directory.configure({ ...NOTHING, keys: [{ name: 'a', key: 'secret-a' }] }, () => '');
  directory.apply([storedKey('b'), storedKey('a'), storedKey('c')]);
  expect(directory.principals(2).map(({ key }) => key)).toEqual(['a', 'b']);
  expect(directory.principals(10).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

describe('with 100,000 keys', () => {
  const MANY = 100_000;

  /** How often any map is looked into, changed or gone through while something is done. */
  function mapWork(work: () => void): number {
    const methods = ['get', 'set', 'delete', 'has', 'keys', 'values', 'entries', 'forEach', Symbol.iterator] as const;
    const spies = methods.map((method) => jest.spyOn(Map.prototype, method as 'get'));
    try {
      work();
      return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    } finally {
      spies.forEach((spy) => spy.mockRestore());
    }
  }

  const oneOfEach = () => [
    storedKey('k7', { team: 'changed' }),
    change('team', { name: 't1', blocked: true }),
    change('user', { name: 'u1', blocked: true }),
    change('budget', { name: 'b1', key: 'k8', limit_tokens: 5 }),
    removal('key', 'k9'),
  ];

  test('a change does as much as with ten, and touches no other key', () => {
    const load = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        storedKey(`k${index}`, { team: index % 2 === 0 ? 't0' : 't1', user: `u${index % 100}` })
      );
    const small = new Directory(log);
    small.apply(load(10));
    const expected = mapWork(() => small.apply(oneOfEach()));

    revision = 0;
    directory.apply(load(MANY));
    const credentials = Array.from({ length: MANY }, (_, index) => directory.find(`secret-k${index}`));
    expect(mapWork(() => directory.apply(oneOfEach()))).toBe(expected);

    const changed = credentials.filter((before, index) => directory.find(`secret-k${index}`) !== before).length;
    // Those of the team t1, among them all that changed otherwise.
    expect(changed).toBe(MANY / 2);
    expect(directory.find('secret-k0')).toBe(credentials[0]);
    expect(directory.find('secret-k7')?.principal.team).toBe('changed');
    expect(directory.find('secret-k1')?.blocked).toBe('team "t1"');
  });
});
