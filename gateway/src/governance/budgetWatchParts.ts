import type { Kysely } from 'kysely';
import type { Logger } from 'pino';

import type { BudgetEvent } from '../events/event.js';
import type { StoreSchema } from '../store/schema.js';
import type { BudgetRule } from './rules.js';

export interface BudgetWatchParts {
  readonly db: Kysely<StoreSchema>;
  /** Those in force; a rule that did not change is the same object. */
  readonly rules: () => readonly BudgetRule[];
  /** Keeps the event and whom to call with it, in the transaction that claims the notice. */
  readonly tell: (transaction: Kysely<StoreSchema>, event: BudgetEvent) => Promise<void>;
  /** After the transaction: what tell wrote may be sent. */
  readonly onTold: (event: BudgetEvent) => void;
  /** For the metric: a window that had been spent in began anew. Once over all replicas. */
  readonly onReset: (rule: BudgetRule, subject: string) => void;
  readonly log: Logger;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}
