import { type CryptoKey, type JSONWebKeySet, errors, exportJWK, generateKeyPair } from 'jose';

import { KeysUnreachable, type SigningKeys, createSigningKeys } from './signingKeys.js';

const REFRESH_MS = 5_000;
const MINUTE = 60_000;

let published: JSONWebKeySet;
let down: boolean;
let fetches: number;
let now: number;
let keys: SigningKeys;

const ids = ['a', 'b', 'c'] as const;
let all: Record<string, JSONWebKeySet['keys'][number]>;

beforeAll(async () => {
  const made = ids.map(async (kid) => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    return [kid, { ...(await exportJWK(publicKey)), kid }] as const;
  });
  all = Object.fromEntries(await Promise.all(made));
});

beforeEach(() => {
  publish('a');
  down = false;
  fetches = 0;
  now = Date.UTC(2026, 10, 2, 12);
  keys = createSigningKeys(fetchKeys, REFRESH_MS, () => now);
});

async function fetchKeys(): Promise<JSONWebKeySet> {
  fetches++;
  if (down) {
    throw new Error('connection refused');
  }
  return published;
}

function publish(...kids: string[]): void {
  published = { keys: kids.flatMap((kid) => all?.[kid] ?? []) };
}

const find = (kid: string): Promise<CryptoKey> => keys({ alg: 'ES256', kid }, { payload: '', signature: '' });
const settled = (kid: string) =>
  find(kid).then(
    () => 'found',
    (error: unknown) =>
      error instanceof KeysUnreachable ? 'unreachable' : error instanceof errors.JWKSNoMatchingKey ? 'none' : error
  );

test('keys are read once and then known', async () => {
  expect(await Promise.all([settled('a'), settled('a')])).toEqual(['found', 'found']);
  now += MINUTE;
  expect(await settled('a')).toBe('found');
  expect(fetches).toBe(1);
});

test('a key that is not known is looked for, not more often than allowed', async () => {
  await find('a');
  publish('a', 'b');
  now += REFRESH_MS - 1;
  expect(await settled('b')).toBe('none');
  now += 1;
  expect(await settled('b')).toBe('found');
  expect(fetches).toBe(2);
  for (let each = 0; each < 10; each++) {
    expect(await settled('made-up')).toBe('none');
  }
  expect(fetches).toBe(2);
});

test('a key that was taken back is not believed for long', async () => {
  publish('a', 'b');
  await find('a');
  publish('b');
  now += 5 * MINUTE - 1;
  expect(await settled('a')).toBe('found');
  now += 1;
  expect(await settled('a')).toBe('none');
  expect(await settled('b')).toBe('found');
});

test('while the issuer is down, known keys go on and others are not called wrong', async () => {
  await find('a');
  down = true;
  now += REFRESH_MS;
  expect(await settled('b')).toBe('unreachable');
  now += 60 * MINUTE;
  expect(await settled('a')).toBe('found');
  expect(await settled('b')).toBe('unreachable');
  down = false;
  publish('a', 'b');
  now += REFRESH_MS;
  expect(await settled('b')).toBe('found');
});

test('an issuer that is down from the beginning is tried again after a while, and not before', async () => {
  down = true;
  expect(await settled('a')).toBe('unreachable');
  expect(await settled('a')).toBe('unreachable');
  expect(fetches).toBe(1);
  down = false;
  expect(await settled('a')).toBe('unreachable');
  now += REFRESH_MS;
  expect(await settled('a')).toBe('found');
});

test('once the issuer is known to be down, nobody with a known key waits for it', async () => {
  const never = new Promise<never>(() => undefined);
  const answers = [async () => published, () => Promise.reject(new Error('down')), () => never];
  keys = createSigningKeys(
    () => (answers.shift() as () => Promise<JSONWebKeySet>)(),
    REFRESH_MS,
    () => now
  );
  await find('a');
  now += 5 * MINUTE;
  await find('a');
  now += REFRESH_MS;
  expect(await settled('a')).toBe('found');
  expect(answers).toEqual([]);
});
