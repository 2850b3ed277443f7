import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway } from '../support/gateway.js';
import { seededRandom } from '../support/random.js';
import { until } from '../support/until.js';
import { readRows } from './reconcile/books.js';
import { answerDisagreements, budgetDisagreements, metricDisagreements } from './reconcile/disagreements.js';
import { KEYS, townConfig } from './reconcile/town.js';
import { Traffic } from './reconcile/traffic.js';
import { Unrest } from './reconcile/unrest.js';

jest.setTimeout(180_000);

const SEED = Number(process.env['LLM_GATEWAY_TEST_SEED'] ?? 20261121);
const CLIENTS = 10;

/** Waits until requests whose clients left have ended too. */
async function untilQuiet(gateway: TestGateway): Promise<void> {
  await until(async () => (await gateway.metrics()).sum('llm_gateway_active_requests') === 0);
  await sleep(100);
}

test('whatever clients, providers and administrators do, ledger, budgets and metrics agree to the nano-dollar', async () => {
  const gateway = await TestGateway.start(townConfig());
  try {
    const traffic = new Traffic(SEED, CLIENTS, KEYS);
    traffic.start([gateway]);
    const unrest = new Unrest([gateway], traffic, seededRandom(SEED), KEYS);
    await sleep(15_000);
    await unrest.stop();
    await traffic.stop();
    await untilQuiet(gateway);

    const rows = await readRows(gateway);
    console.log(rows.length, traffic.seen.length, unrest.changes, [...traffic.statuses]);
    expect(unrest.faults).toEqual([]);
    expect(answerDisagreements(traffic.seen, rows, true)).toEqual([]);
    expect(await metricDisagreements([gateway], rows)).toEqual([]);
    expect(await budgetDisagreements(gateway)).toEqual([]);
  } finally {
    await gateway.remove();
  }
});
