import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';

import type { GatewayEvent } from '../../events/event.js';
import { EventLog } from '../../events/eventLog.js';
import { openStore } from '../../store/openStore.js';
import type { Store } from '../../store/store.js';
import { listDeliveries } from '../../webhooks/deliveries.js';
import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { eventsRoute } from './events.js';
import { EventsAnswer } from './eventsSchema.js';
import { webhookDeliveriesRoute } from './webhookDeliveries.js';

const NOW = Date.UTC(2026, 10, 2, 12);

const EVENTS: GatewayEvent[] = [
  {
    time: NOW,
    type: 'breaker',
    provider: 'a',
    deployment: 'a/m',
    from: 'closed',
    to: 'open',
    reason: '5 failures in a row',
    followed: false,
  },
  {
    time: NOW + 1_000,
    type: 'credential_refused',
    provider: 'a',
    deployment: undefined,
    from: undefined,
    to: 'refused',
    reason: 'status 401',
    followed: true,
  },
  { time: NOW + 2_000, type: 'config_reloaded', restart_needed: ['server'] },
  {
    time: NOW + 3_000,
    type: 'budget_warning',
    budget: 'teams',
    subject: { kind: 'team', value: 'search' },
    unit: 'usd',
    limit: 10,
    used: 8.1,
    threshold: 0.8,
    hard: true,
    window_start: '2026-11-01T00:00:00.000Z',
    resets_at: '2026-12-01T00:00:00.000Z',
  },
  {
    time: NOW + 3_500,
    type: 'alert_firing',
    alert: 'ProviderDown',
    severity: 'critical',
    summary: 'groq fails',
    source: 'grafana',
    fingerprint: '02a8a3b5e8a7a7a1',
    labels: { alertname: 'ProviderDown', severity: 'critical' },
    annotations: { summary: 'groq fails' },
    starts_at: '2026-11-02T11:59:00.000Z',
    generator_url: 'http://grafana:3000/alerting/grafana/abc/view',
  },
  { time: NOW + 4_000, type: 'redis_down', reason: 'ECONNREFUSED' },
  { time: NOW + 5_000, type: 'redis_up' },
];

let store: Store;
let app: FastifyInstance;
let origin: string;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
  const log = new EventLog({ db: store.db, log: pino({ level: 'silent' }) });
  EVENTS.forEach((event) => log.record(event));
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1_000_000)));
  await app.register(eventsRoute, { read: (query) => log.read(query) });
  await app.register(webhookDeliveriesRoute, { read: (state, limit) => listDeliveries(store.db, state, limit) });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  await store.close();
});

interface Answer {
  readonly events: ReadonlyArray<{ readonly type: string; readonly time: string }>;
  readonly next_cursor?: string;
  readonly partial: boolean;
}

async function get(query: string): Promise<Answer> {
  const answer = await fetch(`${origin}/events${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

test('everything, oldest first, as the schema describes it', async () => {
  const answer = await get('');
  expect(answer.events.map(({ type }) => type)).toEqual(EVENTS.map(({ type }) => type));
  expect(answer.events[3]).toEqual({
    ...EVENTS[3],
    time: new Date(NOW + 3_000).toISOString(),
    id: expect.stringMatching(/^evt_/),
  });
  expect(answer.partial).toBe(false);
  expect(answer).not.toHaveProperty('next_cursor');
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const check = ajv.compile(EventsAnswer);
  check(answer);
  expect(check.errors).toBeNull();
});

test('of some types, from a time to another', async () => {
  const budgets = await get('?type=budget_warning,budget_exhausted');
  expect(budgets.events.map(({ type }) => type)).toEqual(['budget_warning']);
  const some = await get(`?from=${NOW + 1_000}&to=${new Date(NOW + 3_000).toISOString()}`);
  expect(some.events.map(({ type }) => type)).toEqual(['credential_refused', 'config_reloaded']);
});

test('page by page, the newest first', async () => {
  const types: string[] = [];
  let cursor = '';
  do {
    const page = await get(`?order=desc&limit=4${cursor}`);
    types.push(...page.events.map(({ type }) => type));
    cursor = page.next_cursor === undefined ? '' : `&cursor=${page.next_cursor}`;
  } while (cursor !== '');
  expect(types).toEqual(EVENTS.map(({ type }) => type).reverse());
});

test.each([
  ['from', '?from=yesterday'],
  ['type', '?type=party'],
  ['order', '?order=up'],
  ['limit', '?limit=1001'],
  ['cursor', '?cursor=5'],
  ['typo', '?typo=1'],
])('%s is named when it is wrong: %s', async (param, query) => {
  const answer = await fetch(`${origin}/events${query}`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid_parameter', param } });
});

test('calls of webhooks, by state', async () => {
  const row = { webhook: 'finance', type: 'budget.reset', body: '{"a":1}', attempts: 2, last_error: 'status 500' };
  await store.db
    .insertInto('webhook_deliveries')
    .values([
      { ...row, id: 'whd_1', created_at: NOW, next_at: NOW + 5_000, state: 'pending' },
      { ...row, id: 'whd_2', created_at: NOW + 1, next_at: NOW, state: 'delivered', last_error: null },
    ])
    .execute();
  const list = async (query: string) => (await fetch(`${origin}/webhooks/deliveries${query}`)).json();
  const all = (await list('')) as { deliveries: Array<{ id: string }> };
  expect(all.deliveries.map(({ id }) => id)).toEqual(['whd_2', 'whd_1']);
  expect(await list('?state=pending')).toEqual({
    deliveries: [
      {
        ...row,
        id: 'whd_1',
        created_at: '2026-11-02T12:00:00.000Z',
        next_at: '2026-11-02T12:00:05.000Z',
        state: 'pending',
        body: { a: 1 },
      },
    ],
  });
  expect((await fetch(`${origin}/webhooks/deliveries?state=lost`)).status).toBe(400);
});
