import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';

import { TestGateway, configuration } from '../support/gateway.js';
import { ask } from './clients.js';

jest.setTimeout(90_000);

const IN_FLIGHT = 1_000;

/** About eight seconds an answer, so that on a busy machine all of them are under way at once; what follows changes with each version of the file. */
const withModels = (models: string, latency = 300) =>
  configuration(`
providers:
  - name: demo
    type: simulator
    simulator: { latency_ms: ${latency}, output_tokens: 120, tokens_per_second: 15 }
models:
${models}
`);
const GOOD = '  - { name: good, deployments: [{ provider: demo, model: good }] }';

let gateway: TestGateway;
const file = () => join(gateway.directory, 'gateway.yaml');

beforeEach(async () => {
  gateway = await TestGateway.start(withModels(GOOD));
});

afterEach(() => gateway.remove());

const models = async () => {
  const answer = await gateway.get('/v1/models', 'test-client-key');
  return ((await answer.json()) as { data: ReadonlyArray<{ id: string }> }).data.map(({ id }) => id);
};

async function reload(): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${gateway.url}/api/v1/config/reload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.adminToken}` },
  });
  return { status: answer.status, body: await answer.json() };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await sleep(20);
  }
}

test('1,000 requests in flight while the configuration is reloaded three times and the process drains: none fails', async () => {
  const answers = Array.from({ length: IN_FLIGHT }, (_, index) => ask(gateway, 'good', index % 2 === 0));
  await until(async () => (await gateway.metrics()).sum('llm_gateway_active_requests') >= IN_FLIGHT);

  writeFileSync(file(), withModels(`${GOOD}\n  - { name: second, deployments: [{ provider: demo, model: m }] }`));
  expect(await reload()).toEqual({ status: 200, body: { changed: true, restart_needed: [] } });
  writeFileSync(file(), withModels(`${GOOD}\n  - { name: third, deployments: [{ provider: demo, model: m }] }`, 5));
  gateway.signal('SIGHUP');
  await until(async () => (await models()).includes('third'));
  // This time only the file changes.
  writeFileSync(file(), withModels(GOOD, 10));
  await until(async () => !(await models()).includes('third'));
  gateway.signal('SIGTERM');

  const all = await Promise.all(answers);
  expect(all.filter(({ good }) => !good)).toEqual([]);
  expect(await gateway.ended()).toBe(0);
  const ledger = new Database(join(gateway.directory, 'data', 'ledger.sqlite'), { readonly: true });
  expect(ledger.prepare("select count(*) as count from requests where status = 'success'").get()).toEqual({
    count: IN_FLIGHT,
  });
  ledger.close();
});

test('a wrong configuration is told of with its line, and the one before stays in force', async () => {
  const before = readFileSync(file(), 'utf8');
  writeFileSync(file(), before.replace('latency_ms: 300', 'latency_ms: soon'));

  const { status, body } = await reload();

  expect(status).toBe(400);
  expect(JSON.stringify(body)).toMatch(
    /gateway\.yaml:\d+: providers\[0\]\.simulator\.latency_ms: must be of type number/
  );
  expect((await ask(gateway, 'good', false)).good).toBe(true);
  const metrics = await gateway.metrics();
  expect(metrics.sum('llm_gateway_config_reloads_total', { result: 'failure' })).toBeGreaterThanOrEqual(1);
});

test('what is read only at the start is named', async () => {
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('{ port: 0 }', '{ port: 0, max_in_flight: 7 }'));
  expect(await reload()).toEqual({ status: 200, body: { changed: true, restart_needed: ['server'] } });
});
