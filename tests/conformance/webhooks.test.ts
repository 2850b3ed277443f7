import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { verifySignature } from '../../gateway/src/webhooks/signature.js';
import { freePort } from '../support/freePort.js';
import { TestGateway, configuration } from '../support/gateway.js';

jest.setTimeout(60_000);

const SECRET = 'a-secret-of-some-length';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
}

let receiver: Server | undefined;
let calls: Call[];
let gateway: TestGateway | undefined;

beforeEach(() => {
  calls = [];
});
afterEach(async () => {
  await gateway?.remove();
  receiver?.closeAllConnections();
  receiver?.close();
  [gateway, receiver] = [undefined, undefined];
});

/** Answers are of 60 tokens, so one request goes past half of the budget and the second past all of it. */
function config(port: number): string {
  return configuration(`
providers: [{ name: demo, type: simulator, simulator: { latency_ms: 0, output_tokens: 60, tokens_per_second: 1000000 } }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
budgets: [{ name: teams, team: "*", limit_tokens: 110, period: monthly, hard: false, warn_at: [0.5] }]
webhooks: [{ name: finance, url: "http://127.0.0.1:${port}/hook", secret: ${SECRET} }]
`);
}

async function listen(port: number, status: () => number = () => 204): Promise<void> {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), at: Date.now() });
      response.writeHead(status()).end();
    });
  }).listen(port, '127.0.0.1');
  await once(receiver, 'listening');
}

async function ask(times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    const answer = await gateway?.chat({ model: 'small', messages: [{ role: 'user', content: 'hello' }] });
    expect(answer?.status).toBe(200);
  }
}

async function deliveries(): Promise<readonly Delivery[]> {
  const answer = await gateway?.get('/api/v1/webhooks/deliveries', gateway.adminToken);
  return ((await answer?.json()) as { deliveries: Delivery[] }).deliveries;
}

async function until<Value>(look: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const found = await look();
    if (wanted(found)) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a budget that is crossed calls its webhook once for each threshold, signed', async () => {
  await listen(0);
  gateway = await TestGateway.start(config((receiver?.address() as AddressInfo).port));
  await ask(4);
  const made = await until(
    deliveries,
    (found) => found.length >= 2 && found.every(({ state }) => state === 'delivered')
  );
  // More spending tells nothing new.
  await ask(2);
  const after = await until(deliveries, (found) => found.length >= 2);
  expect(after).toHaveLength(2);
  expect(made.map(({ type }) => type).sort()).toEqual(['budget.exhausted', 'budget.warning']);

  expect(calls).toHaveLength(2);
  for (const { headers, body, at } of calls) {
    const { 'x-llm-gateway-timestamp': timestamp, 'x-llm-gateway-signature': signature } = headers;
    expect(verifySignature(SECRET, String(timestamp), body, String(signature), at, 30)).toBe(true);
    expect(JSON.parse(body)).toMatchObject({
      type: headers['x-llm-gateway-event'],
      budget: 'teams',
      subject: { kind: 'team', value: 'tests' },
      unit: 'tokens',
      limit: 110,
      hard: false,
    });
  }
  const answer = await gateway.get('/api/v1/events?type=budget_warning,budget_exhausted', gateway.adminToken);
  const { events } = (await answer.json()) as { events: Array<{ type: string; budget: string }> };
  expect(events.map(({ type }) => type).sort()).toEqual(['budget_exhausted', 'budget_warning']);
});

test('a call that is still to be made survives kill -9, and is made once', async () => {
  const port = await freePort();
  gateway = await TestGateway.start(config(port));
  await ask(4);
  // Nobody listens yet.
  const before = await until(deliveries, (found) => found.length === 2 && found.every(({ attempts }) => attempts > 0));
  expect(before.map(({ state }) => state)).toEqual(['pending', 'pending']);
  const { directory } = gateway;
  gateway.signal('SIGKILL');
  await gateway.ended();

  await listen(port);
  gateway = await TestGateway.start(config(port), { directory });
  await until(deliveries, (found) => found.every(({ state }) => state === 'delivered'));
  await ask(1);
  expect(calls.map(({ headers }) => headers['x-llm-gateway-delivery']).sort()).toEqual(
    before.map(({ id }) => id).sort()
  );
});
