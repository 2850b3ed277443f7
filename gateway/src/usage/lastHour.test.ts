import { insertRequests, requestRow } from '../../../tests/support/ledgerRows.js';
import { openStore } from '../store/openStore.js';
import { usedInLastHour } from './lastHour.js';

const HOUR = Date.UTC(2026, 10, 2, 12);
const QUARTER = 900_000;

test('this hour, and the share of the one before that lies in the last sixty minutes', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  await insertRequests(store, [
    requestRow({ time: HOUR + 1, key: 'a', team: 't', cost_nano_usd: 100 }),
    requestRow({ time: HOUR - 1, key: 'a', team: 't', cost_nano_usd: 1_000 }),
    requestRow({ time: HOUR - 3_600_001, key: 'a', team: 't', cost_nano_usd: 1e9 }),
    requestRow({ time: HOUR + 1, key: 'b', user: 'ada', cost_nano_usd: 7 }),
  ]);
  const asked = [
    { subject: { kind: 'key', value: 'a' }, unit: 'usd' },
    { subject: { kind: 'key', value: 'b' }, unit: 'usd' },
    { subject: { kind: 'key', value: 'nobody' }, unit: 'usd' },
    { subject: { kind: 'team', value: 't' }, unit: 'tokens' },
    { subject: { kind: 'user', value: 'ada' }, unit: 'usd' },
  ] as const;
  expect(await usedInLastHour(store, asked, HOUR + QUARTER)).toEqual([100 + 750, 7, 0, 150 + 112.5, 7]);
  expect(await usedInLastHour(store, [], HOUR)).toEqual([]);
  await store.close();
});
