import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';

import type { WebhookConfig } from '../config/schema.js';
import type { BudgetEvent } from '../events/event.js';
import type { WebhookDeliveryRow } from '../store/schema.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import { verifySignature } from './signature.js';
import { Webhooks } from './webhooks.js';

const SECRET = 'a-secret-of-some-length';
const EVENT: BudgetEvent = {
  time: Date.UTC(2026, 10, 2, 12),
  type: 'budget_warning',
  budget: 'search',
  subject: { kind: 'team', value: 'search' },
  unit: 'usd',
  limit: 10,
  used: 8.000000001,
  threshold: 0.8,
  hard: true,
  window_start: '2026-11-01T00:00:00.000Z',
  resets_at: '2026-12-01T00:00:00.000Z',
};

interface Call {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let store: Store;
let receiver: Server;
let origin: string;
let calls: Call[];
let answer: (response: ServerResponse, call: Call) => void;
let now: number;
const opened: Webhooks[] = [];

beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
  calls = [];
  answer = (response) => response.writeHead(204).end();
  now = EVENT.time;
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      calls.push(call);
      answer(response, call);
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  receiver.closeAllConnections();
  receiver.close();
  await store.close();
});

function webhook(name: string, changed: Partial<WebhookConfig> = {}): WebhookConfig {
  const events: WebhookConfig['events'] = ['budget.warning', 'budget.exhausted', 'budget.reset'];
  return { name, url: `${origin}/hook?of=${name}`, secret: SECRET, events, ...changed };
}

function open(webhooks: readonly WebhookConfig[], timeoutMs = 10_000): Webhooks {
  const created = new Webhooks({
    db: store.db,
    webhooks: () => webhooks,
    log: pino({ level: 'silent' }),
    now: () => now,
    timeoutMs,
    pollMs: 60_000,
  });
  opened.push(created);
  return created;
}

async function enqueue(webhooks: Webhooks, event = EVENT): Promise<void> {
  await store.db.transaction().execute((transaction) => webhooks.enqueueIn(transaction, event));
}

async function rows(): Promise<readonly WebhookDeliveryRow[]> {
  return store.db.selectFrom('webhook_deliveries').selectAll().orderBy('webhook').execute();
}

/** Waits until the rows are as wanted. */
async function until(wanted: (rows: readonly WebhookDeliveryRow[]) => boolean): Promise<readonly WebhookDeliveryRow[]> {
  for (;;) {
    const found = await rows();
    if (wanted(found)) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const ended = (found: readonly WebhookDeliveryRow[]) => found.every(({ state }) => state !== 'pending');
const tried = (times: number) => (found: readonly WebhookDeliveryRow[]) =>
  found.every(({ attempts, last_error: error }) => attempts === times && error !== null);

test('a call is signed JSON that says what happened', async () => {
  const webhooks = open([webhook('finance')]);
  await enqueue(webhooks);
  webhooks.wake();
  const [row] = await until(ended);
  expect(row).toMatchObject({ webhook: 'finance', state: 'delivered', attempts: 1, last_error: null });
  expect(calls).toHaveLength(1);
  const { url, headers, body } = calls[0] as Call;
  expect(url).toBe('/hook?of=finance');
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-llm-gateway-event': 'budget.warning',
    'x-llm-gateway-delivery': row?.id,
  });
  const { 'x-llm-gateway-timestamp': timestamp, 'x-llm-gateway-signature': signature } = headers;
  expect(verifySignature(SECRET, String(timestamp), body, String(signature), now, 10)).toBe(true);
  const { type: _type, time, ...document } = EVENT;
  expect(JSON.parse(body)).toEqual({ type: 'budget.warning', time: new Date(time).toISOString(), ...document });
});

test('each webhook is told only of what it asks for', async () => {
  const webhooks = open([webhook('all'), webhook('resets', { events: ['budget.reset'] })]);
  await enqueue(webhooks);
  await enqueue(webhooks, { ...EVENT, type: 'budget_reset' });
  webhooks.wake();
  await until(ended);
  expect(calls.map(({ url, headers }) => `${url} ${headers['x-llm-gateway-event']}`).sort()).toEqual([
    '/hook?of=all budget.reset',
    '/hook?of=all budget.warning',
    '/hook?of=resets budget.reset',
  ]);
});

test('nothing is called for a transaction that is rolled back', async () => {
  const webhooks = open([webhook('finance')]);
  const failed = store.db.transaction().execute(async (transaction) => {
    await webhooks.enqueueIn(transaction, EVENT);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  expect(await rows()).toEqual([]);
});

describe('a call that fails', () => {
  const failures: Array<[string, (response: ServerResponse) => void, string]> = [
    ['answers 500', (response) => response.writeHead(500).end('no'), 'status 500'],
    ['answers 404', (response) => response.writeHead(404).end(), 'status 404'],
    ['redirects', (response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end(), 'status 307'],
    ['closes the connection', (response) => void response.socket?.destroy(), 'UND_ERR_SOCKET'],
    ['never answers', () => undefined, 'no answer within 0.2 s'],
  ];

  test.each(failures)('because the receiver %s is made again, later', async (_name, fail, reason) => {
    const webhooks = open([webhook('finance')], 200);
    answer = fail;
    await enqueue(webhooks);
    webhooks.wake();
    const [row] = await until(tried(1));
    expect(row).toMatchObject({ state: 'pending', last_error: reason });
    expect(row?.next_at).toBeGreaterThanOrEqual(now + 2_500);
    expect(row?.next_at).toBeLessThanOrEqual(now + 5_000);
    expect(calls).toHaveLength(1);

    answer = (response) => response.writeHead(200).end('thanks');
    now += 5_000;
    open([webhook('finance')]).wake();
    expect(await until(ended)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(new Set(calls.map(({ headers }) => headers['x-llm-gateway-delivery'])).size).toBe(1);
  });

  test('because nobody listens is made again', async () => {
    const webhooks = open([webhook('finance', { url: 'http://127.0.0.1:1/token-in-the-path' })]);
    await enqueue(webhooks);
    webhooks.wake();
    expect(await until(tried(1))).toMatchObject([{ state: 'pending', last_error: 'ECONNREFUSED' }]);
  });

  test('is not made again before its time', async () => {
    const webhooks = open([webhook('finance')]);
    answer = (response) => response.writeHead(500).end();
    await enqueue(webhooks);
    webhooks.wake();
    await until(tried(1));
    now += 2_000;
    webhooks.wake();
    await webhooks.close();
    expect(calls).toHaveLength(1);
  });

  test('is given up after a day', async () => {
    const webhooks = open([webhook('finance')]);
    answer = (response) => response.writeHead(503).end();
    await enqueue(webhooks);
    now = EVENT.time + 86_400_000;
    webhooks.wake();
    expect(await until(ended)).toMatchObject([{ state: 'failed', last_error: 'status 503' }]);
  });

  test('is given up at once where the receiver is gone', async () => {
    const webhooks = open([webhook('finance')]);
    answer = (response) => response.writeHead(410).end();
    await enqueue(webhooks);
    webhooks.wake();
    expect(await until(ended)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });
});

test('several replicas make each call once', async () => {
  const replicas = [1, 2, 3].map(() => open([webhook('finance')]));
  for (let index = 0; index < 30; index++) {
    await enqueue(replicas[0] as Webhooks);
  }
  replicas.forEach((replica) => replica.wake());
  await until((found) => ended(found));
  expect(calls).toHaveLength(30);
  expect(new Set(calls.map(({ headers }) => headers['x-llm-gateway-delivery'])).size).toBe(30);
});

test('what a killed replica had taken is called by another once the lease is over', async () => {
  const webhooks = open([webhook('finance')]);
  await enqueue(webhooks);
  // As a process leaves it that is killed in the middle of a call.
  await store.db
    .updateTable('webhook_deliveries')
    .set({ attempts: 1, next_at: now + 30_000 })
    .execute();
  const other = open([webhook('finance')]);
  other.wake();
  await other.close();
  expect(calls).toHaveLength(0);
  now += 30_000;
  webhooks.wake();
  expect(await until(ended)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('a receiver that hangs holds up no other', async () => {
  const webhooks = open([webhook('hanging'), webhook('quick')], 60_000);
  const hanging: ServerResponse[] = [];
  answer = (response, { url }) => (url?.endsWith('hanging') ? hanging.push(response) : response.writeHead(200).end());
  for (let index = 0; index < 10; index++) {
    await enqueue(webhooks);
  }
  webhooks.wake();
  await until((found) => ended(found.filter(({ webhook: name }) => name === 'quick')));
  expect(hanging.length).toBeLessThanOrEqual(4);
  answer = (response) => response.writeHead(200).end();
  hanging.splice(0).forEach((response) => response.writeHead(200).end());
  await until(ended);
  expect(calls).toHaveLength(20);
});

test('calls of a webhook that was removed are given up', async () => {
  await enqueue(open([webhook('old')]));
  open([webhook('new')]).wake();
  expect(await until(ended)).toMatchObject([{ webhook: 'old', state: 'failed' }]);
  expect(calls).toHaveLength(0);
});

test('no secret and no address is written down or logged', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const url = 'http://user:hidden-password@127.0.0.1:1/hidden-path';
  const webhooks = new Webhooks({ db: store.db, webhooks: () => [webhook('finance', { url })], log, now: () => now });
  opened.push(webhooks);
  await enqueue(webhooks);
  webhooks.wake();
  const found = await until(tried(1));
  expect(lines).not.toHaveLength(0);
  expect(lines.join('') + JSON.stringify(found)).not.toMatch(/hidden|a-secret/);
});
