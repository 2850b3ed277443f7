import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway, configuration } from '../support/gateway.js';
import { TestPostgres, query, withPostgres } from '../support/postgres.js';
import { Witnesses } from './witnesses.js';

/** How long PostgreSQL is away, in milliseconds; longer by LLM_GATEWAY_TEST_OUTAGE_MS. */
const OUTAGE_MS = Number(process.env['LLM_GATEWAY_TEST_OUTAGE_MS'] ?? 8_000);

jest.setTimeout(60_000 + OUTAGE_MS);

const CONFIG = configuration(`
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 5, tokens_per_second: 2000, output_tokens: 10 }
models: [{ name: m, deployments: [{ provider: sim, model: m }] }]
`);

const pending = async (gateway: TestGateway) => (await gateway.metrics()).sum('llm_gateway_ledger_pending_events', {});

withPostgres('PostgreSQL may go away under load and come back: no request fails, and no row is missing', async () => {
  const postgres = await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const gateway = await TestGateway.start(CONFIG, { env: { DATABASE_URL: databaseUrl } });
  const witnesses = new Witnesses('m', 8);
  try {
    witnesses.start(gateway);
    await sleep(1_000);
    await postgres.stop();
    await sleep(OUTAGE_MS / 2);
    expect(await pending(gateway)).toBeGreaterThan(100);
    await sleep(OUTAGE_MS / 2);
    await postgres.restart();
    await sleep(1_000);
    await witnesses.stop();
    while ((await pending(gateway)) > 0) {
      await sleep(100);
    }

    expect(gateway.running).toBe(true);
    expect([witnesses.bad, witnesses.broken]).toEqual([[], 0]);
    const rows = await query(databaseUrl, 'select id from requests');
    expect(rows.map(({ id }) => id).sort()).toEqual([...witnesses.answered].sort());
    const sums = await query(databaseUrl, 'select sum(requests)::int as requests from usage_hourly');
    expect(sums).toEqual([{ requests: witnesses.answered.length }]);
  } finally {
    await gateway.remove();
    await postgres.remove();
  }
});
