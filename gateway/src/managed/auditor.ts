import type { Logger } from 'pino';

import { type AuditEntry, writeAudit } from '../store/auditLog.js';
import type { Store } from '../store/store.js';

/** Writes down a change that is in no table, so that it cannot be one transaction with it. Never rejects. */
export type Auditor = (entry: AuditEntry) => Promise<void>;

export interface AuditorParts {
  readonly store: Pick<Store, 'db'>;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

export function createAuditor({ store, log }: AuditorParts): Auditor {
  return async (entry) => {
    const { action, kind, name, actor, address } = entry;
    log.info({ action, kind, name, actor, address }, 'changed by the admin API');
    try {
      await writeAudit(store.db, entry);
    } catch (error) {
      // What is done cannot be undone for it; the line above is what is left.
      log.error({ err: error, ...entry }, 'a change could not be written to the audit log');
    }
  };
}
