import { insertRequests, requestRow, withTags } from '../../../tests/support/ledgerRows.js';
import type { Subject } from '../governance/subject.js';
import { openStore } from '../store/openStore.js';
import type { RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { spentIn } from './spend.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 2, 12);

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
});
afterEach(() => store.close());

const insert = (...rows: ReadonlyArray<Partial<RequestRow>>) => insertRequests(store, rows.map(requestRow));
const month = { from: START - 24 * HOUR, to: START + 24 * HOUR, bucketMs: undefined };

test.each<[Subject, number]>([
  [{ kind: 'key', value: 'ci' }, 1],
  [{ kind: 'team', value: 'core' }, 2],
  [{ kind: 'user', value: 'ada' }, 4],
  [{ kind: 'model', value: 'small' }, 8],
  [{ kind: 'provider', value: 'local' }, 16],
  [{ kind: 'tag', value: 'feature=chat' }, 32],
  [{ kind: 'tag', value: 'project=a=b' }, 64],
  [{ kind: 'tag', value: 'project=a' }, 0],
  [{ kind: 'team', value: 'none' }, 0],
])('what %j used', async (subject, nanoUsd) => {
  const other = { key: 'other', team: null, user: null, model: 'm', provider: 'p' };
  await insert(
    { ...other, key: 'ci', cost_nano_usd: 1 },
    { ...other, team: 'core', cost_nano_usd: 2 },
    { ...other, user: 'ada', cost_nano_usd: 4 },
    { ...other, model: 'small', cost_nano_usd: 8 },
    { ...other, provider: 'local', cost_nano_usd: 16 },
    { ...other, ...withTags({ feature: 'chat' }), cost_nano_usd: 32 },
    { ...other, ...withTags({ project: 'a=b' }), cost_nano_usd: 64 }
  );
  const spent = await spentIn(store, { ...month, subject, unit: 'usd' });
  expect(spent).toEqual(nanoUsd === 0 ? [] : [{ at: month.from, amount: nanoUsd }]);
  const tokens = await spentIn(store, { ...month, subject, unit: 'tokens' });
  expect(tokens).toEqual(nanoUsd === 0 ? [] : [{ at: month.from, amount: 150 }]);
});

const key: Subject = { kind: 'key', value: 'ci' };

test('from is included, to is not, to the millisecond', async () => {
  await insert(
    { time: START - 1, cost_nano_usd: 1 },
    { time: START, cost_nano_usd: 2 },
    { time: START + HOUR + 4, cost_nano_usd: 4 },
    { time: START + HOUR + 5, cost_nano_usd: 8 }
  );
  const range = { from: START, to: START + HOUR + 5, bucketMs: undefined };
  expect(await spentIn(store, { ...range, subject: key, unit: 'usd' })).toEqual([{ at: START, amount: 6 }]);
});

test('nothing is used in no time, on the hour and not', async () => {
  await insert({ time: START });
  for (const from of [START, START + 1]) {
    expect(await spentIn(store, { from, to: from, bucketMs: undefined, subject: key, unit: 'usd' })).toEqual([]);
  }
});

test('each bucket has its amount, at a time that is within it and within the range', async () => {
  await insert(
    { time: START + MINUTE, cost_nano_usd: 1 },
    { time: START + 7 * MINUTE, cost_nano_usd: 2 },
    { time: START + 9 * MINUTE, cost_nano_usd: 4 },
    { time: START + 30 * MINUTE, cost_nano_usd: 0 }
  );
  const range = { from: START + MINUTE, to: START + 5 * HOUR, bucketMs: 5 * MINUTE };
  const spent = await spentIn(store, { ...range, subject: key, unit: 'usd' });
  expect(spent.toSorted((a, b) => a.at - b.at)).toEqual([
    { at: START + MINUTE, amount: 1 },
    { at: START + 5 * MINUTE, amount: 6 },
  ]);
});

test('over a long range an hour counts as its last moment, where buckets are not whole hours', async () => {
  await insert(
    { time: START - 3 * HOUR + 1, cost_nano_usd: 1 },
    { time: START - 3 * HOUR + 50 * MINUTE, cost_nano_usd: 2 },
    { time: START + 20 * MINUTE, cost_nano_usd: 4 }
  );
  const range = { from: START - 24 * HOUR + 30 * MINUTE, to: START + 30 * MINUTE, bucketMs: 24 * MINUTE };
  const spent = await spentIn(store, { ...range, subject: key, unit: 'usd' });
  expect(spent.toSorted((a, b) => a.at - b.at)).toEqual([
    { at: START - 2 * HOUR - 1, amount: 3 },
    { at: START + 30 * MINUTE - 1, amount: 4 },
  ]);
  const inHours = await spentIn(store, { ...range, bucketMs: 12 * HOUR, subject: key, unit: 'usd' });
  expect(inHours.toSorted((a, b) => a.at - b.at)).toEqual([
    { at: START - 12 * HOUR, amount: 3 },
    { at: START, amount: 4 },
  ]);
});
