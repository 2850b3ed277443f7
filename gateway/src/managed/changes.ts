import type { Logger } from 'pino';

import { objectFaults } from '../config/objectFaults.js';
import { OVERLAID_KINDS, candidateFaults, overlay } from '../config/overlay.js';
import type { Config } from '../config/schema.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { AuditEntry } from '../store/auditLog.js';
import { ObjectConflict, type ObjectKind, type ObjectStore, type StoredObject } from '../store/storedObject.js';
import type { Caller } from './caller.js';
import { checkDocument, checkSecretStays } from './candidate.js';
import { alreadyThere, changedMeanwhile, invalidDocument, notFound, readOnly, stillUsed, storeDown } from './changeError.js';
import type { EffectiveConfig } from './effectiveConfig.js';
import { type Inventory, isOverlaid } from './inventory.js';
import type { Item } from './item.js';
import type { ObjectSync } from './objectSync.js';
import type { Sealing } from './sealing.js';
import { shownDocument } from './shown.js';
import { TRAITS } from './traits.js';
import { usersOf } from './usersOf.js';

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
  readonly sync: Pick<ObjectSync, 'refresh' | 'learn' | 'get' | 'list'>;
  readonly config: Pick<EffectiveConfig, 'file'>;
  readonly sealing: Sealing;
  readonly inventory: Inventory;
  readonly log: Pick<Logger, 'info'>;
}

/** How often an edit is tried when others change the same object at the same time. */
const TRIES = 5;

export function createChanges({ store, sync, config, sealing, inventory, log }: ChangesParts): Changes {
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

  /** The configuration as it is stored, perhaps without one object. */
  const merged = (without?: { readonly kind: ObjectKind; readonly name: string }): Config => {
    const stored = OVERLAID_KINDS.flatMap((each) => sync.list(each));
    const others = stored.filter(({ kind, name }) => kind !== without?.kind || name !== without.name);
    return overlay(config.file, others, sealing.open).config;
  };

  /** Refuses what is wrong; gives the document with its defaults and readable secrets. */
  const check = (kind: ObjectKind, document: Fields): Record<string, unknown> => {
    const name = String(document['name']);
    const { document: opened, faults } = sealing.open({ kind, name, document });
    if (faults.length > 0) {
      throw invalidDocument(faults);
    }
    checkDocument(kind, opened);
    if (isOverlaid(kind)) {
      const wrong = candidateFaults(merged({ kind, name }), kind, opened);
      if (wrong.length > 0) {
        throw invalidDocument(wrong);
      }
    }
    return opened;
  };

  const shown = (kind: ObjectKind, document: Fields): Fields =>
    shownDocument(kind, sealing.open({ kind, name: String(document['name']), document }).document, document);

  const done = async (stored: StoredObject, { action, actor, address }: AuditEntry): Promise<void> => {
    const { kind, name, revision } = stored;
    log.info({ action, kind, name, revision, actor, address }, 'changed by the admin API');
    await sync.learn(stored);
  };

  return {
    async create(kind, document, caller) {
      await catchUp(kind, document['name']);
      check(kind, document);
      const name = String(document['name']);
      const audit = { ...caller, action: 'create', kind, name, before: undefined, after: shown(kind, document) };
      const sealed = sealing.seal(kind, name, document);
      await done(await storing(kind, name, () => store.create(kind, name, sealed, audit)), audit);
      return inventory.get(kind, name);
    },

    async edit(kind, name, action, edit, { caller, revision }) {
      for (let attempt = 1; ; attempt++) {
        await catchUp(kind, name);
        const before = find(kind, name, revision);
        const document: Fields = { ...edit(before.document), name };
        const opened = check(kind, document);
        const kept = TRAITS[kind].secrets.filter(
          (field) => before.document[field] !== undefined && before.document[field] === document[field]
        );
        if (kept.length > 0) {
          const was = sealing.open(before).document;
          objectFaults(kind, was);
          checkSecretStays(kind, kept, was, opened);
        }
        const secretsChanged = TRAITS[kind].secrets.some((field) => before.document[field] !== document[field]);
        const after = { ...shown(kind, document), ...(secretsChanged ? { secret_changed: true } : {}) };
        const audit = { ...caller, action, kind, name, before: shown(kind, before.document), after };
        const sealed = sealing.seal(kind, name, document);
        try {
          const stored = await storing(kind, name, () => store.replace(kind, name, sealed, before.revision, audit));
          await done(stored, audit);
          return inventory.get(kind, name);
        } catch (error) {
          const again = error instanceof GatewayError && error.status === 412 && revision === undefined;
          if (!again || attempt === TRIES) {
            throw error;
          }
        }
      }
    },

    async remove(kind, name, { caller, revision }) {
      await catchUp(kind, name);
      const before = find(kind, name, revision);
      const users = usersOf(merged(), kind, name);
      if (users.length > 0) {
        throw stillUsed(kind, name, users);
      }
      const audit = {
        ...caller,
        action: 'delete',
        kind,
        name,
        before: shown(kind, before.document),
        after: undefined,
      };
      await done(await storing(kind, name, () => store.remove(kind, name, before.revision, audit)), audit);
    },
  };
}

async function storing(kind: ObjectKind, name: string, work: () => Promise<StoredObject>): Promise<StoredObject> {
  try {
    return await work();
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
