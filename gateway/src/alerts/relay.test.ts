import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import type { AlertEvent } from '../events/event.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import type { Alert } from './alert.js';
import { AlertRelay } from './relay.js';

const NOW = Date.UTC(2026, 10, 25, 23);
const MINUTE = 60_000;

let stores: Store[] = [];
let postgres: TestPostgres | undefined;
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
});
afterAll(() => postgres?.remove());

async function sqlite(): Promise<Store[]> {
  const store = await openStore({ file: ':memory:', threads: false });
  stores = [store];
  return [store, store];
}

async function twoOfPostgres(): Promise<Store[]> {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  stores = [await openStore({ databaseUrl, file: '' }), await openStore({ databaseUrl, file: '', migrate: false })];
  return stores;
}

/** A relay, and what it told. */
function relayOn(store: Store | undefined) {
  const told: AlertEvent[] = [];
  const changed: string[] = [];
  if (store === undefined) {
    throw new Error('there is no store');
  }
  const relay = new AlertRelay({
    db: store.db,
    tell: async (_transaction, event) => void told.push(event),
    onTold: () => undefined,
    onChange: ({ labels, status }) => changed.push(`${labels['alertname']} ${status}`),
  });
  return { relay, told, changed };
}

function alert(name: string, fields: Partial<Alert> = {}): Alert {
  return {
    fingerprint: `f-${name}`,
    status: 'firing',
    source: 'alertmanager',
    labels: { alertname: name, severity: 'critical' },
    annotations: { summary: `${name} happened` },
    startsAt: NOW - 5 * MINUTE,
    endsAt: undefined,
    generatorUrl: undefined,
    ...fields,
  };
}
const resolved = (name: string, endsAt: number, fields: Partial<Alert> = {}): Alert =>
  alert(name, { status: 'resolved', endsAt, ...fields });

async function oneEventEach(open: () => Promise<Store[]>): Promise<void> {
  const [first, second] = (await open()).map(relayOn);
  const names = async () => (await first?.relay.firing(10))?.map(({ labels }) => labels['alertname']);
  const later = NOW + 10 * MINUTE;

  expect(await first?.relay.take([alert('a'), alert('b')], NOW)).toBe(2);
  // The other replica of Alertmanager sends it to the other replica of the gateway; and it is repeated.
  expect(await second?.relay.take([alert('a'), alert('b')], NOW + 1)).toBe(0);
  expect(await first?.relay.take([alert('a'), alert('b')], later)).toBe(0);
  expect(await names()).toEqual(['a', 'b']);
  expect((await first?.relay.firing(10))?.[0]).toMatchObject({ changedAt: NOW, receivedAt: later });

  expect(await second?.relay.take([resolved('a', later), alert('b')], later + 1)).toBe(1);
  expect(await first?.relay.take([resolved('a', later), alert('b')], later + 2)).toBe(0);
  expect(await names()).toEqual(['b']);

  expect([first?.told, second?.told].flat().map((event) => `${event?.alert} ${event?.type}`)).toEqual([
    'a alert_firing',
    'b alert_firing',
    'a alert_resolved',
  ]);
  expect([first?.changed, second?.changed].flat()).toEqual(['a firing', 'b firing', 'a resolved']);
  expect(second?.told[0]).toEqual({
    time: later + 1,
    type: 'alert_resolved',
    alert: 'a',
    severity: 'critical',
    summary: 'a happened',
    source: 'alertmanager',
    fingerprint: 'f-a',
    labels: { alertname: 'a', severity: 'critical' },
    annotations: { summary: 'a happened' },
    starts_at: new Date(NOW - 5 * MINUTE).toISOString(),
    ends_at: new Date(later).toISOString(),
    generator_url: undefined,
  });
}

async function outOfOrder(open: () => Promise<Store[]>): Promise<void> {
  const [one] = (await open()).map(relayOn);
  const take = async (each: Alert, now: number) => (await one?.relay.take([each], now)) === 1;
  const again = { startsAt: NOW + 20 * MINUTE };

  expect(await take(alert('a'), NOW)).toBe(true);
  expect(await take(resolved('a', NOW + MINUTE), NOW + MINUTE)).toBe(true);
  // A notification that was overtaken by the one above.
  expect(await take(alert('a'), NOW + MINUTE + 5_000)).toBe(false);
  // Of the same start, but long after: it did not stay resolved.
  expect(await take(alert('a'), NOW + 5 * MINUTE)).toBe(true);
  expect(await take(alert('a', again), NOW + 20 * MINUTE)).toBe(true);
  // The end of the one before, late.
  expect(await take(resolved('a', NOW + 10 * MINUTE), NOW + 21 * MINUTE)).toBe(false);
  expect(await one?.relay.firing(10)).toHaveLength(1);
  expect(await take(resolved('a', NOW + 30 * MINUTE, again), NOW + 30 * MINUTE)).toBe(true);
  expect(await one?.relay.firing(10)).toEqual([]);
  // Nobody told that it fired.
  expect(await take(resolved('b', NOW), NOW)).toBe(true);
}

test('SQLite: each beginning and end is told once, however often it is sent', () => oneEventEach(sqlite));
withPostgres('PostgreSQL: each beginning and end is told once, over replicas', () => oneEventEach(twoOfPostgres));
test('SQLite: what was overtaken says nothing new', () => outOfOrder(sqlite));
withPostgres('PostgreSQL: what was overtaken says nothing new', () => outOfOrder(twoOfPostgres));

withPostgres('PostgreSQL: replicas that take the same alerts at once tell each of them once', async () => {
  const replicas = (await twoOfPostgres()).map(relayOn);
  const alerts = Array.from({ length: 50 }, (_, index) => alert(`n${index}`));
  const orders = [alerts, [...alerts].reverse()];
  const changed = await Promise.all(
    [0, 1, 2, 3].map((index) => replicas[index % 2]?.relay.take(orders[index % 2] ?? [], NOW))
  );
  expect(changed.reduce((sum: number, each) => sum + (each ?? 0), 0)).toBe(50);
  expect(replicas.flatMap(({ told }) => told)).toHaveLength(50);
});

test('alerts whose event cannot be kept are not taken, so that the sender tries again', async () => {
  const [store] = await sqlite();
  const failing = new AlertRelay({
    db: (store as Store).db,
    tell: () => Promise.reject(new Error('no room')),
    onTold: () => undefined,
    onChange: () => undefined,
  });
  await expect(failing.take([alert('a')], NOW)).rejects.toThrow('no room');
  expect(await relayOn(store).relay.take([alert('a')], NOW)).toBe(1);
});
