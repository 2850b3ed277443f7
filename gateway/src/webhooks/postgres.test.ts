import { pino } from 'pino';

import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import type { BudgetEvent } from '../events/event.js';
import { EventLog } from '../events/eventLog.js';
import { BudgetWatch } from '../governance/budgetWatch.js';
import type { BudgetRule } from '../governance/rules.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import { claimDelivery, dueDeliveries, listDeliveries } from './deliveries.js';
import { Webhooks } from './webhooks.js';

jest.setTimeout(60_000);

const NOON = Date.UTC(2026, 10, 2, 12);
const MIDNIGHT = Date.UTC(2026, 10, 3);
const log = pino({ level: 'silent' });
const RULE: BudgetRule = {
  name: 'teams',
  subject: { kind: 'team', value: '*' },
  unit: 'tokens',
  limit: 100,
  period: { kind: 'calendar', unit: 'daily', timezone: 'UTC' },
  hard: true,
  warnAt: [0.5],
};
const SUBJECTS = ['null\0', ...Array.from({ length: 20 }, (_, index) => `team-${index}`)];

let now = NOON;

/** As a replica has them, on connections of its own. */
function replicaOf(store: Store): BudgetWatch {
  const events = new EventLog({ db: store.db, log });
  const webhook = {
    name: 'finance',
    url: 'http://127.0.0.1:1/',
    secret: 'a-secret-of-some-length',
    events: ['budget.warning' as const, 'budget.exhausted' as const, 'budget.reset' as const],
  };
  const webhooks = new Webhooks({ db: store.db, webhooks: () => [webhook], log, now: () => now });
  return new BudgetWatch({
    db: store.db,
    rules: () => [RULE],
    async tell(transaction, event: BudgetEvent) {
      await events.recordIn(transaction, event);
      await webhooks.enqueueIn(transaction, event);
    },
    onTold: () => undefined,
    onReset: () => undefined,
    log,
    now: () => now,
  });
}

withPostgres('replicas on one PostgreSQL tell each thing once, and each call is taken once', async () => {
  const postgres = await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const stores: Store[] = [];
  for (let index = 0; index < 3; index++) {
    stores.push(await openStore({ databaseUrl, file: '', connections: 3, migrate: index === 0 }));
  }
  const db = (stores[0] as Store).db;
  try {
    const replicas = stores.map(replicaOf);
    for (const watch of replicas) {
      SUBJECTS.forEach((subject) =>
        watch.observe(RULE, subject, { counter: 'c', used: 120, reserved: 0, limit: 100, resetsAt: MIDNIGHT })
      );
    }
    await Promise.all(replicas.map((watch) => watch.settled()));
    now = MIDNIGHT + 1;
    await Promise.all(replicas.map((watch) => watch.tick()));
    // One that lost a race looks again.
    await Promise.all(replicas.map((watch) => watch.tick()));

    const made = await listDeliveries(db, 'pending', 1_000);
    const told = made.map(({ type, body }) => `${type} ${(JSON.parse(body) as BudgetEvent).subject.value}`);
    const types = ['budget.exhausted', 'budget.reset', 'budget.warning'];
    expect(told.sort()).toEqual(
      types.flatMap((type) => SUBJECTS.map((subject) => `${type} ${subject.replace('\0', '\ufffd')}`)).sort()
    );
    const { events } = await new EventLog({ db, log }).read({ order: 'asc', limit: 1_000 });
    expect(events).toHaveLength(made.length);
    expect(events[0]?.time).toBe(NOON);

    const due = await dueDeliveries(db, 'finance', now, 5);
    const claims = await Promise.all(
      stores.flatMap((store) => due.map((row) => claimDelivery(store.db, row, now + 30_000)))
    );
    expect(claims.filter(Boolean)).toHaveLength(due.length);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await postgres.remove();
  }
});
