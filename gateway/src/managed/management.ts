import type { Logger } from 'pino';

import type { Config } from '../config/schema.js';
import { type AuditQuery, type AuditedChange, readAudit } from '../store/auditLog.js';
import type { MasterKey } from '../store/masterKey.js';
import { createObjectStore } from '../store/objectStore.js';
import type { Store } from '../store/store.js';
import { type Auditor, createAuditor } from './auditor.js';
import { type Changes, createChanges } from './changes.js';
import { createDocumentRules } from './documentRules.js';
import { EffectiveConfig } from './effectiveConfig.js';
import { type Inventory, createInventory } from './inventory.js';
import { type KeyChanges, createKeyChanges } from './keyChanges.js';
import { ObjectSync } from './objectSync.js';
import { createSealing } from './sealing.js';

export interface ManagementParts {
  readonly store: Store;
  readonly masterKey: MasterKey;
  /** Reads the configuration file. @throws ConfigError */
  readonly loadFile: () => Config;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Everything that the admin API manages, and the configuration that comes of it. */
export interface Management {
  /** To be started before the configuration is asked for, and stopped at the end. */
  readonly sync: ObjectSync;
  readonly config: EffectiveConfig;
  readonly inventory: Inventory;
  readonly changes: Changes;
  readonly keys: KeyChanges;
  readonly audit: Auditor;
  readonly readAudit: (query: AuditQuery) => Promise<readonly AuditedChange[]>;
}

export function createManagement({ store, masterKey, loadFile, log }: ManagementParts): Management {
  const objects = createObjectStore(store);
  const sealing = createSealing(masterKey);
  const { open } = sealing;
  const sync: ObjectSync = new ObjectSync({ store: objects, intervalMs: () => config.file.auth.refresh_ms, log });
  const config: EffectiveConfig = new EffectiveConfig({ loadFile, objects: sync, open, log });
  const inventory = createInventory({ objects: sync, config, open });
  const rules = createDocumentRules({ objects: sync, config, sealing });
  const changes = createChanges({ store: objects, sync, config, rules, sealing, inventory, log });
  return {
    sync,
    config,
    inventory,
    changes,
    keys: createKeyChanges({ changes, objects: sync, file: () => config.file }),
    audit: createAuditor({ store, log }),
    readAudit: (query) => readAudit(store, query),
  };
}
