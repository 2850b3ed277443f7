import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import type { Config } from '../config/schema.js';
import type { EventLog } from '../events/eventLog.js';
import { BudgetReport } from '../governance/budgetReport.js';
import type { BudgetReader } from '../governance/budgetStanding.js';
import { type BudgetStandingsParts, createBudgetStandings } from '../governance/budgetStandings.js';
import { BudgetWatch } from '../governance/budgetWatch.js';
import type { Charge, ChargeParts, Subjects } from '../governance/charges.js';
import { type WiredCounters, createCounters } from '../governance/counting/createCounters.js';
import type { Directory } from '../governance/directory.js';
import { Governor } from '../governance/governor.js';
import { type LimitReader, createLimitStandings } from '../governance/limitStandings.js';
import { RecentSubjects } from '../governance/recentSubjects.js';
import { rememberSubjects } from '../governance/rememberedSubjects.js';
import type { BudgetRule } from '../governance/rules.js';
import type { Store } from '../store/store.js';
import type { UsageListener } from '../usage/event.js';
import type { Ledger } from '../usage/ledger.js';
import { spentIn } from '../usage/spend.js';
import { topSubjects } from '../usage/topSubjects.js';
import { Webhooks } from '../webhooks/webhooks.js';

export interface GovernanceParts {
  readonly store: Store;
  /** For what takes long and nobody waits for. */
  readonly reports: Store;
  readonly ledger: Ledger;
  readonly directory: Directory;
  readonly events: EventLog;
  readonly redis: Redis | undefined;
  /** As it is now. */
  readonly config: () => Config;
  readonly onRefusal: (charge: Charge, subjects: Subjects) => void;
  readonly onReset: (rule: BudgetRule) => void;
  readonly log: Logger;
}

export interface Governance {
  readonly governor: Governor;
  readonly counters: WiredCounters;
  readonly readBudgets: BudgetReader;
  /** The same for who asks all the time; of whom it tells may have been so a moment ago. */
  readonly watchBudgets: BudgetReader;
  readonly readLimits: LimitReader;
  /** Told of each usage event: who asked. */
  readonly noteSubjects: UsageListener;
  readonly webhooks: Webhooks;
  close(): Promise<void>;
}

/** What keeps budgets and limits, and tells of them. */
export async function startGovernance(parts: GovernanceParts): Promise<Governance> {
  const { store, reports, ledger, directory, events, redis, config, log } = parts;
  const { redis_down: onRedisDown, redis_timeout_ms: timeoutMs } = config().governance;
  const counters = createCounters({
    redis,
    onRedisDown,
    onAvailability: (available, reason) =>
      events.record({ time: Date.now(), type: available ? 'redis_up' : 'redis_down', reason }),
    timeoutMs,
    log,
  });
  const chargeParts: ChargeParts = {
    async spentIn(asked) {
      await untilWritten(ledger);
      return spentIn(store, asked);
    },
  };
  const { rules } = directory;
  const webhooks = new Webhooks({ db: store.db, webhooks: () => config().webhooks, log });
  const watch = new BudgetWatch({
    db: store.db,
    rules: () => [...rules.allBudgets()],
    async tell(transaction, event) {
      await events.recordIn(transaction, event);
      await webhooks.enqueueIn(transaction, event);
    },
    onTold: () => webhooks.wake(),
    onReset: parts.onReset,
    log,
  });
  const report = new BudgetReport({
    counters,
    chargeParts,
    rule: (name) => rules.budget(name),
    observe: (rule, subject, standing) => watch.observe(rule, subject, standing),
    onError: (error) => log.warn({ err: error }, 'it cannot be told now where budgets stand'),
  });
  const governor = new Governor({
    rules: () => rules,
    counters,
    chargeParts,
    unpriced: () => config().governance.unpriced,
    onCharged: report.note,
    onRefusal(charge, standing, subjects) {
      parts.onRefusal(charge, subjects);
      if (charge.budget !== undefined && standing !== undefined) {
        watch.refused(charge.budget, charge.subject.value, standing);
      }
    },
  });
  const standings = { rules: () => rules.allBudgets(), counters, chargeParts };
  const subjectsOf: BudgetStandingsParts['subjectsOf'] = (rule, since, most) =>
    topSubjects(reports, rule.subject, rule.unit, since, most);
  const recent = new RecentSubjects(() => rules.limitsOnEach);
  await counters.start();
  watch.start();
  webhooks.start();
  return {
    governor,
    counters,
    webhooks,
    noteSubjects: recent.note,
    readLimits: createLimitStandings({ rules: () => rules.allLimits(), counters, recent: (each) => recent.of(each) }),
    readBudgets: createBudgetStandings({ ...standings, subjectsOf }),
    watchBudgets: createBudgetStandings({ ...standings, subjectsOf: rememberSubjects(subjectsOf, REMEMBERED_MS) }),
    async close() {
      await report.look();
      await watch.close();
      await webhooks.close();
      await counters.close();
    },
  };
}

/** How long it is remembered who used the most, in milliseconds. */
const REMEMBERED_MS = 30_000;

const FLUSHES = 10;
const FLUSH_AGAIN_MS = 100;

/** What has ended is in the ledger's sums only once it is written. @throws when the store takes nothing now */
async function untilWritten(ledger: Ledger): Promise<void> {
  for (let tries = 1; !(await ledger.flush()); tries++) {
    if (tries === FLUSHES) {
      throw new Error('the store takes no usage events now, so that its sums lack what has ended');
    }
    await sleep(FLUSH_AGAIN_MS);
  }
}
