import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';

import { CLIENT_KEY, TestGateway } from '../support/gateway.js';
import { integer, seededRandom } from '../support/random.js';
import { Witnesses } from './witnesses.js';

jest.setTimeout(240_000);

const KILLS = 10;

/** Events wait a second for the store, so that every kill finds some that are in the journal only. */
const CONFIG = `
server: { port: 0 }
keys: [{ name: test, key: ${CLIENT_KEY}, team: tests }]
ledger: { flush_ms: 1000 }
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 5, tokens_per_second: 2000, output_tokens: 10 }
models:
  - name: m
    deployments:
      - { provider: sim, model: m, price: { input_per_million_usd: 2, output_per_million_usd: 8 } }
`;

/** What a gateway found in its journal when it started. */
function replayed(gateway: TestGateway): number {
  const line = gateway.output.split('\n').find((text) => text.includes('that an earlier process left'));
  return line === undefined ? 0 : (JSON.parse(line) as { events: number }).events;
}

function readLedger<Row>(gateway: TestGateway, sql: string): Row[] {
  const ledger = new Database(join(gateway.directory, 'data', 'ledger.sqlite'), { readonly: true });
  try {
    return ledger.prepare(sql).all() as Row[];
  } finally {
    ledger.close();
  }
}

test('killed at ten random moments under load, it has every request that was answered exactly once', async () => {
  const random = seededRandom(5);
  const witnesses = new Witnesses('m', 12);
  let gateway = await TestGateway.start(CONFIG);
  const { directory } = gateway;
  try {
    let found = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      witnesses.start(gateway);
      await sleep(integer(random, 300, 1_700));
      gateway.signal('SIGKILL');
      await gateway.ended();
      await witnesses.stop();
      gateway = await TestGateway.start(CONFIG, { directory });
      found += replayed(gateway);
    }
    await gateway.usage();

    expect(witnesses.bad).toEqual([]);
    expect(witnesses.answered.length).toBeGreaterThan(KILLS * 50);
    expect(found).toBeGreaterThan(KILLS * 10);
    const ids = readLedger<{ id: string }>(gateway, 'select id from requests').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const written = new Set(ids);
    expect(witnesses.answered.filter((id) => !written.has(id))).toEqual([]);

    const sums = (table: string, count: string) =>
      readLedger(
        gateway,
        `select ${count} as requests, sum(input_tokens) as input, sum(output_tokens) as output,
           sum(cost_nano_usd) as cost from ${table}`
      );
    expect(sums('requests', 'count(*)')).toMatchObject([{ cost: expect.any(Number) }]);
    expect(sums('usage_hourly', 'sum(requests)')).toEqual(sums('requests', 'count(*)'));
    expect(sums('usage_hourly_users', 'sum(requests)')).toEqual(sums('requests', 'count(*)'));
  } finally {
    await gateway.remove();
  }
});
