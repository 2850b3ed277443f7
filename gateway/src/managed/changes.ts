import type { Logger } from 'pino';

import { GatewayError } from '../errors/gatewayError.js';
import type { AuditEntry } from '../store/auditLog.js';
import { ObjectConflict, type ObjectKind, type ObjectStore, type StoredObject } from '../store/storedObject.js';
import type { Caller } from './caller.js';
import { alreadyThere, changedMeanwhile, notFound, readOnly, storeDown } from './changeError.js';
import type { DocumentRules } from './documentRules.js';
import type { EffectiveConfig } from './effectiveConfig.js';
import type { Inventory } from './inventory.js';
import type { Item } from './item.js';
import type { ObjectSync } from './objectSync.js';
import type { Sealing } from './sealing.js';
import { TRAITS } from './traits.js';

type Fields = Readonly<Record<string, unknown>>;

export interface ChangeOptions {
  readonly caller: Caller;
  /** Refuses the change if there has been another one since. */
  readonly revision?: number | undefined;
}

/**
 * Changes of what the API manages. Each is checked, stored together with its line in the audit log, and in force here
 * when the promise resolves. All reject with a GatewayError: 400 names the field, 404, 409 for what the configuration
 * file has, what is there already and what is in use, 412 for a change in between, 503 while the store is down.
 */
export interface Changes {
  create(kind: ObjectKind, document: Fields, caller: Caller): Promise<Item>;
  /** @param edit makes the new document of the stored one; called again if there is a change in between */
  edit(
    kind: ObjectKind,
    name: string,
    action: string,
    edit: (before: Fields) => Fields,
    options: ChangeOptions
  ): Promise<Item>;
  remove(kind: ObjectKind, name: string, options: ChangeOptions): Promise<void>;
}

export interface ChangesParts {
  readonly store: ObjectStore;
  readonly sync: Pick<ObjectSync, 'refresh' | 'learn' | 'get'>;
  readonly config: Pick<EffectiveConfig, 'file'>;
  readonly rules: DocumentRules;
  readonly sealing: Sealing;
  readonly inventory: Inventory;
  readonly log: Pick<Logger, 'info'>;
}

/** How often an edit is tried when others change the same object at the same time. */
const TRIES = 5;

export function createChanges({ store, sync, config, rules, sealing, inventory, log }: ChangesParts): Changes {
  /** Sees what other replicas have just done. */
  const catchUp = async (kind: ObjectKind, name: unknown): Promise<void> => {
    if (!(await sync.refresh())) {
      throw storeDown();
    }
    if (typeof name === 'string' && config.file[`${kind}s`].some((each) => each.name === name)) {
      throw readOnly(kind, name);
    }
  };

  const find = (kind: ObjectKind, name: string, revision: number | undefined): StoredObject => {
    const before = sync.get(kind, name);
    if (before === undefined) {
      throw notFound(kind, name);
    }
    if (revision !== undefined && before.revision !== revision) {
      throw changedMeanwhile(kind, name);
    }
    return before;
  };

  /** Stores a change, and has it in force. */
  const make = async (audit: AuditEntry, kind: ObjectKind, write: () => Promise<StoredObject>): Promise<void> => {
    const { action, name, actor, address } = audit;
    const stored = await storing(kind, name, write);
    log.info({ action, kind, name, revision: stored.revision, actor, address }, 'changed by the admin API');
    await sync.learn(stored);
  };

  const replace = async (before: StoredObject, document: Fields, action: string, caller: Caller): Promise<void> => {
    const { kind, name, revision } = before;
    rules.checkChanged(before, document);
    const secretChanged = TRAITS[kind].secrets.some((field) => before.document[field] !== document[field]);
    const after = { ...rules.shown(kind, document), ...(secretChanged ? { secret_changed: true } : {}) };
    const audit = { ...caller, action, kind, name, before: rules.shown(kind, before.document), after };
    const sealed = sealing.seal(kind, name, document);
    await make(audit, kind, () => store.replace(kind, name, sealed, revision, audit));
  };

  return {
    async create(kind, document, caller) {
      await catchUp(kind, document['name']);
      rules.checkNew(kind, document);
      const name = String(document['name']);
      const audit = { ...caller, action: 'create', kind, name, before: undefined, after: rules.shown(kind, document) };
      const sealed = sealing.seal(kind, name, document);
      await make(audit, kind, () => store.create(kind, name, sealed, audit));
      return inventory.get(kind, name);
    },

    async edit(kind, name, action, edit, { caller, revision }) {
      for (let attempt = 1; ; attempt++) {
        await catchUp(kind, name);
        const before = find(kind, name, revision);
        try {
          await replace(before, { ...edit(before.document), name }, action, caller);
          return inventory.get(kind, name);
        } catch (error) {
          const inBetween = error instanceof GatewayError && error.status === 412;
          if (!inBetween || revision !== undefined || attempt === TRIES) {
            throw error;
          }
        }
      }
    },

    async remove(kind, name, { caller, revision }) {
      await catchUp(kind, name);
      const before = find(kind, name, revision);
      rules.checkUnused(kind, name);
      const was = rules.shown(kind, before.document);
      const audit = { ...caller, action: 'delete', kind, name, before: was, after: undefined };
      await make(audit, kind, () => store.remove(kind, name, before.revision, audit));
    },
  };
}

async function storing(kind: ObjectKind, name: string, write: () => Promise<StoredObject>): Promise<StoredObject> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ObjectConflict)) {
      throw storeDown(error);
    }
    throw {
      exists: () => alreadyThere(kind, name),
      missing: () => notFound(kind, name),
      changed: () => changedMeanwhile(kind, name),
    }[error.reason]();
  }
}
