import type { AuditEntry } from './auditLog.js';

/** Kinds of things that the admin API manages; each is a list of the configuration file too. */
export const OBJECT_KINDS = ['provider', 'model', 'price', 'key', 'team', 'user', 'budget', 'limit'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** A managed object as the store keeps it; `document` is what would stand in the configuration file. */
export interface StoredObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Rises with every change of any object. */
  readonly revision: number;
  readonly deleted: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Every change can bring the line of the audit log that tells of it: both are written, or neither is. */
export interface ObjectStore {
  /** Those that are not removed, by name. */
  list(kind: ObjectKind): Promise<readonly StoredObject[]>;
  get(kind: ObjectKind, name: string): Promise<StoredObject | undefined>;
  /** Everything that changed after a revision, removed ones included, in order of revision. */
  changesSince(revision: number): Promise<readonly StoredObject[]>;
  /** @throws ObjectConflict when one of that name is there. */
  create(kind: ObjectKind, name: string, document: object, audit?: AuditEntry): Promise<StoredObject>;
  /** @throws ObjectConflict when it changed since `revision`, if one is given, or is not there. */
  replace(
    kind: ObjectKind,
    name: string,
    document: object,
    revision?: number,
    audit?: AuditEntry
  ): Promise<StoredObject>;
  /** @throws ObjectConflict as replace does. */
  remove(kind: ObjectKind, name: string, revision?: number, audit?: AuditEntry): Promise<StoredObject>;
}

/** An object is there already, is not there, or has been changed by somebody else. */
export class ObjectConflict extends Error {
  constructor(readonly reason: 'exists' | 'missing' | 'changed') {
    super(`the object ${{ exists: 'is there already', missing: 'is not there', changed: 'was changed' }[reason]}`);
    this.name = 'ObjectConflict';
  }
}
