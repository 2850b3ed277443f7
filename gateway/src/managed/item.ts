import { objectFaults } from '../config/objectFaults.js';
import type { ObjectKind, StoredObject } from '../store/storedObject.js';
import { shownDocument } from './shown.js';

/** Something that can be managed, as it is shown: complete with its defaults, and without its secrets. */
export interface Item {
  readonly kind: ObjectKind;
  readonly name: string;
  /** Where it comes from; what the configuration file has, only the file can change. */
  readonly origin: 'file' | 'api';
  readonly document: Readonly<Record<string, unknown>>;
  /** What the API knows besides; undefined of what is in the file. */
  readonly stored: Pick<StoredObject, 'revision' | 'createdAt' | 'updatedAt'> | undefined;
  /** Why it is not in force, wholly or in part. */
  readonly problem: string | undefined;
}

export function fileItem(kind: ObjectKind, document: object, problem: string | undefined): Item {
  const { name } = document as { name: string };
  return { kind, name, origin: 'file', document: shownDocument(kind, document), stored: undefined, problem };
}

/** @param opened its document with secrets that can be read, as far as they can */
export function storedItem(stored: StoredObject, opened: Record<string, unknown>, problem: string | undefined): Item {
  const { kind, name } = stored;
  // For the defaults that it fills in; what is wrong with it is told by `problem`.
  objectFaults(kind, opened);
  return { kind, name, origin: 'api', document: shownDocument(kind, opened, stored.document), stored, problem };
}
