import { setTimeout as sleep } from 'node:timers/promises';

import { configuration } from '../support/gateway.js';
import { withPostgres } from '../support/postgres.js';
import { hasRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { Fleet } from './fleet.js';
import { FleetLoad } from './fleetLoad.js';

jest.setTimeout(120_000);

const BODY = { model: 'm', max_tokens: 10 };
const withBoth = hasRedis ? withPostgres : withRedis;

const config = (mode: string) =>
  configuration(`
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 20, jitter: 0.5, tokens_per_second: 2000, output_tokens: 10 }
models:
  - { name: m, deployments: [{ provider: sim, model: m, price: { input_per_million_usd: 0, output_per_million_usd: 1000 } }] }
  - { name: free, deployments: [{ provider: sim, model: m }] }
budgets: [{ name: large, model: m, limit_usd: 1000, period: monthly }]
governance: { redis_down: ${mode} }
`);

async function sharedState(fleet: Fleet): Promise<readonly number[]> {
  const metrics = await Promise.all(fleet.gateways.map((gateway) => gateway.metrics()));
  return metrics.map((samples) => samples.sum('llm_gateway_shared_state_up', {}));
}

for (const [mode, meanwhile] of [
  ['local', 200],
  ['allow', 200],
  ['refuse', 503],
] as const) {
  withBoth(
    `with Redis killed under load and redis_down: ${mode}, requests get ${meanwhile}; budgets are right afterwards`,
    async () => {
      const fleet = await Fleet.replicas(config(mode), 3);
      const load = new FleetLoad(fleet, BODY);
      try {
        await sleep(1_000);
        await fleet.redis?.kill();
        await until(async () => (await sharedState(fleet)).every((up) => up === 0));
        await sleep(200);
        const down = Date.now();
        expect((await fleet.ask({ ...BODY, model: 'free' })).status).toBe(200);
        await sleep(1_500);
        expect([...load.statusesSince(down)]).toEqual([meanwhile]);

        await fleet.redis?.restart();
        await until(async () => (await sharedState(fleet)).every((up) => up === 1));
        await sleep(200);
        const up = Date.now();
        await sleep(1_500);
        expect([...load.statusesSince(up)]).toEqual([200]);
        await load.stop();

        expect(load.answers.filter(({ status }) => status !== 200 && status !== meanwhile)).toEqual([]);
        expect(load.broken).toBe(0);
        const served = load.answers.filter(({ status }) => status === 200).length;
        const spent = served * 10_000_000;
        expect(await fleet.spent()).toBe(spent);
        // What was settled but not written when Redis came back is counted once the ledger is asked again.
        await until(async () => (await fleet.standings('large')).every(([used]) => used === spent), 40_000);
        expect(await fleet.standings('large')).toEqual(fleet.gateways.map(() => [spent, 0]));
      } finally {
        await load.stop();
        await fleet.remove();
      }
    }
  );
}
