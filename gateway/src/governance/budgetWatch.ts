import { type BudgetNotice, budgetEvent } from './budgetWatchEvent.js';
import { EXHAUSTED, SPENT_IN } from './budgetWatchLevels.js';
import { BudgetWatchMemory } from './budgetWatchMemory.js';
import { claimNotice, markSpent } from './budgetWatchNotices.js';
import type { BudgetWatchParts } from './budgetWatchParts.js';
import { BudgetWatchResets } from './budgetWatchResets.js';
import { noticeWindow } from './budgetWatchWindow.js';
import type { Standing } from './counting/counters.js';
import type { BudgetRule } from './rules.js';

/** How often it is looked whether windows have begun anew, in milliseconds. */
const TICK_MS = 5_000;
/** Notices kept while the store is down; the oldest go first, and are found again when their subject spends more. */
const MAX_WAITING = 10_000;
/** Marks written at once. */
const BATCH = 500;
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 30_000;

/** Tells of budgets that cross a threshold, are spent or begin anew: once for all replicas, however often it is seen. */
export class BudgetWatch {
  private readonly memory = new BudgetWatchMemory();
  private readonly resets: BudgetWatchResets;
  private readonly now: () => number;
  private waiting: BudgetNotice[] = [];
  private working: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private ticker: NodeJS.Timeout | undefined;
  private failuresInARow = 0;

  constructor(private readonly parts: BudgetWatchParts) {
    this.now = parts.now ?? Date.now;
    this.resets = new BudgetWatchResets(parts);
  }

  /** Looks from time to time whether windows have begun anew. */
  start(): void {
    this.ticker ??= setInterval(() => void this.tick(), TICK_MS).unref();
  }

  /** After a settlement. @param standing of the budget's counter for this subject */
  observe(rule: BudgetRule, subject: string, standing: Standing): void {
    const windowEnd = this.windowEnd(rule, standing);
    for (const { threshold } of this.memory.reach(rule, subject, windowEnd, standing.used)) {
      this.enqueue(rule, subject, windowEnd, threshold, standing.used);
    }
  }

  /**
   * After a hard budget refused. One that is past its last warning and refuses although nothing is reserved counts as
   * exhausted: what is left is less than a request takes.
   */
  refused(rule: BudgetRule, subject: string, standing: Standing): void {
    if (standing.reserved > 0 || standing.used < rule.limit * (rule.warnAt.at(-1) ?? 0)) {
      return;
    }
    const windowEnd = this.windowEnd(rule, standing);
    if (this.memory.exhaust(rule, subject, windowEnd)) {
      this.enqueue(rule, subject, windowEnd, EXHAUSTED, standing.used);
    }
  }

  /** Tells of the windows that have begun since the last look. */
  async tick(): Promise<void> {
    this.memory.sweep(this.now());
    await this.resets.look();
  }

  /** Tries once more to tell what is left. */
  async close(): Promise<void> {
    clearInterval(this.ticker);
    clearTimeout(this.retry);
    await this.work();
    clearTimeout(this.retry);
  }

  /** All that has been observed is told, or waits for the store. */
  async settled(): Promise<void> {
    while (this.working !== undefined) {
      await this.working;
    }
  }

  private windowEnd(rule: BudgetRule, standing: Standing): number {
    return rule.period.kind === 'calendar' ? standing.resetsAt : noticeWindow(rule, this.now()).end;
  }

  private enqueue(rule: BudgetRule, subject: string, windowEnd: number, threshold: number, used: number): void {
    const { start } = noticeWindow(rule, windowEnd - 1);
    this.waiting.push({ rule, subject: storable(subject), windowStart: start, resetsAt: windowEnd, threshold, used });
    if (this.waiting.length > MAX_WAITING) {
      const dropped = this.waiting.shift() as BudgetNotice;
      this.memory.forget(dropped.rule, dropped.subject);
    }
    if (this.retry === undefined) {
      void this.work();
    }
  }

  private async work(): Promise<void> {
    this.working ??= this.writeAll().finally(() => {
      this.working = undefined;
      if (this.waiting.length > 0 && this.retry === undefined) {
        void this.work();
      }
    });
    await this.working;
  }

  private async writeAll(): Promise<void> {
    // What one turn of the event loop observes is written together.
    await Promise.resolve();
    try {
      while (this.waiting.length > 0) {
        await this.writeMarks();
        await this.tellFirst();
      }
      this.failuresInARow = 0;
    } catch (error) {
      const { log } = this.parts;
      log.warn({ err: error, waiting: this.waiting.length }, 'budget notices could not be written; they are kept');
      const delay = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failuresInARow++);
      this.retry = setTimeout(() => {
        this.retry = undefined;
        void this.work();
      }, delay).unref();
    }
  }

  private async writeMarks(): Promise<void> {
    const marks = this.waiting.filter(({ threshold }) => threshold === SPENT_IN).slice(0, BATCH);
    if (marks.length > 0) {
      await markSpent(this.parts.db, marks, this.now());
      this.done(marks);
    }
  }

  private async tellFirst(): Promise<void> {
    const notice = this.waiting.find(({ threshold }) => threshold !== SPENT_IN);
    if (notice === undefined) {
      return;
    }
    const { db, tell, onTold } = this.parts;
    const event = budgetEvent(notice, this.now());
    const told = await db.transaction().execute(async (transaction) => {
      const mine = await claimNotice(transaction, notice, event.time);
      if (mine) {
        await tell(transaction, event);
      }
      return mine;
    });
    this.done([notice]);
    if (told) {
      onTold(event);
    }
  }

  private done(written: readonly BudgetNotice[]): void {
    const gone = new Set(written);
    this.waiting = this.waiting.filter((notice) => !gone.has(notice));
  }
}

/** PostgreSQL takes no NUL in a text, and users are called what clients write. The ledger does the same. */
function storable(subject: string): string {
  return subject.replaceAll('\0', '\ufffd');
}
