import { setTimeout as sleep } from 'node:timers/promises';

import { configuration } from '../support/gateway.js';
import { withPostgres } from '../support/postgres.js';
import { hasRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { Fleet } from './fleet.js';
import { FleetLoad } from './fleetLoad.js';

jest.setTimeout(180_000);

/** What a killed replica held is free within this, in milliseconds. */
const FREED_MS = 65_000;

const CONFIG = configuration(`
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 100, jitter: 0.5, tokens_per_second: 2000, output_tokens: 10 }
models:
  - name: m
    deployments: [{ provider: sim, model: m, price: { input_per_million_usd: 0, output_per_million_usd: 1000 } }]
budgets: [{ name: large, model: m, limit_usd: 1000, period: monthly }]
`);

const withBoth = hasRedis ? withPostgres : withRedis;

withBoth('replicas that are killed under load leave neither debts nor gifts in a budget', async () => {
  const fleet = await Fleet.replicas(CONFIG, 3);
  const load = new FleetLoad(fleet, { model: 'm', max_tokens: 10 });
  try {
    for (let victim = 0; victim < 3; victim++) {
      await sleep(1_000);
      await fleet.crash(victim);
    }
    await sleep(1_000);
    await load.stop();

    await until(async () => (await fleet.standings('large')).every(([, reserved]) => reserved === 0), FREED_MS);
    const spent = await fleet.spent();
    await until(async () => (await fleet.standings('large')).every(([used]) => used === spent), 30_000);
    // Each completed answer cost a cent; a call that nobody saw the end of was made, and may cost one as well.
    const answered = load.answers.filter(({ status }) => status === 200).length;
    expect(spent).toBeGreaterThanOrEqual(answered * 10_000_000);
    expect(spent).toBeLessThanOrEqual((answered + load.broken) * 10_000_000);
  } finally {
    await load.stop();
    await fleet.remove();
  }
});
