import type { OpenDocument } from '../config/overlay.js';
import type { ConfigFault } from '../config/fault.js';
import type { MasterKey } from '../store/masterKey.js';
import { SealBroken, isSealed, seal, unseal } from '../store/sealed.js';
import type { ObjectKind } from '../store/storedObject.js';
import { TRAITS } from './traits.js';

/** Seals and opens the secrets of documents. */
export interface Sealing {
  /** A copy whose secrets are sealed; those that are already stay as they are. */
  seal(kind: ObjectKind, name: string, document: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** A copy whose secrets can be read; one that cannot be opened is left out, and told of. */
  readonly open: OpenDocument;
}

export function createSealing(masterKey: MasterKey): Sealing {
  const place = (kind: ObjectKind, name: string, field: string): string => `${kind}/${name}/${field}`;
  return {
    seal(kind, name, document) {
      const sealed = { ...document };
      for (const field of TRAITS[kind].secrets) {
        const secret = sealed[field];
        if (typeof secret === 'string' && !isSealed(secret)) {
          sealed[field] = seal(masterKey, secret, place(kind, name, field));
        }
      }
      return sealed;
    },

    open({ kind, name, document }) {
      const opened = structuredClone(document) as Record<string, unknown>;
      const faults: ConfigFault[] = [];
      for (const field of TRAITS[kind].secrets) {
        const sealed = opened[field];
        if (!isSealed(sealed)) {
          continue;
        }
        try {
          opened[field] = unseal(masterKey, sealed, place(kind, name, field));
        } catch (error) {
          delete opened[field];
          faults.push({ path: [field], message: error instanceof SealBroken ? error.message : 'cannot be opened' });
        }
      }
      return { document: opened, faults };
    },
  };
}
