import type { Kysely } from 'kysely';

import type { BudgetEvent } from '../events/event.js';
import type { StoreSchema } from '../store/schema.js';
import { type BudgetNotice, budgetEvent } from './budgetWatchEvent.js';
import { RESET } from './budgetWatchLevels.js';
import { claimNotice, clearSpent, purgeNotices, spentBefore } from './budgetWatchNotices.js';
import type { BudgetWatchParts } from './budgetWatchParts.js';
import { type NoticeWindow, noticeWindow } from './budgetWatchWindow.js';
import type { BudgetRule } from './rules.js';

/** Subjects told of in one transaction. */
const BATCH = 100;

/** Finds the windows that have begun anew after one that was spent in. */
export class BudgetWatchResets {
  /** Start of the newest window that was looked into, by rule; a changed rule is looked into again. */
  private readonly looked = new WeakMap<BudgetRule, number>();
  private looking = false;

  constructor(private readonly parts: BudgetWatchParts) {}

  /** Tells of all there are; what the store refuses is found again at the next look. Never throws. */
  async look(): Promise<void> {
    if (this.looking) {
      return;
    }
    this.looking = true;
    const { rules, log, now = Date.now } = this.parts;
    for (const rule of rules()) {
      const window = noticeWindow(rule, now());
      if (this.looked.get(rule) === window.start) {
        continue;
      }
      try {
        await this.lookInto(rule, window);
        this.looked.set(rule, window.start);
      } catch (error) {
        log.warn({ err: error, budget: rule.name }, 'budgets that begin anew could not be told of; tried again soon');
      }
    }
    this.looking = false;
  }

  private async lookInto(rule: BudgetRule, window: NoticeWindow): Promise<void> {
    const { db, now = Date.now } = this.parts;
    let subjects = await spentBefore(db, rule.name, window.start, BATCH);
    while (subjects.length > 0) {
      await this.tellAll(rule, window, subjects);
      subjects = await spentBefore(db, rule.name, window.start, BATCH);
    }
    // Two windows old: none that another replica might still hold a settlement of.
    await purgeNotices(db, rule.name, now() - 2 * (window.end - window.start));
  }

  private async tellAll(rule: BudgetRule, { start, end }: NoticeWindow, subjects: readonly string[]): Promise<void> {
    const { db, onTold, onReset } = this.parts;
    const told = await db.transaction().execute(async (transaction) => {
      const events = new Map<string, BudgetEvent>();
      for (const subject of subjects) {
        const notice: BudgetNotice = {
          rule,
          subject,
          windowStart: start,
          resetsAt: end,
          threshold: RESET,
          used: undefined,
        };
        const event = await this.tell(transaction, notice);
        if (event !== undefined) {
          events.set(subject, event);
        }
      }
      await clearSpent(transaction, rule.name, start, subjects);
      return events;
    });
    told.forEach((event, subject) => {
      onTold(event);
      onReset(rule, subject);
    });
  }

  private async tell(transaction: Kysely<StoreSchema>, notice: BudgetNotice): Promise<BudgetEvent | undefined> {
    const { tell, now = Date.now } = this.parts;
    const event = budgetEvent(notice, now());
    if (!(await claimNotice(transaction, notice, event.time))) {
      return undefined;
    }
    await tell(transaction, event);
    return event;
  }
}
