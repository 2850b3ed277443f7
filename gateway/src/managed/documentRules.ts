import { objectFaults } from '../config/objectFaults.js';
import { OVERLAID_KINDS, candidateFaults, overlay } from '../config/overlay.js';
import type { Config } from '../config/schema.js';
import type { ObjectKind, StoredObject } from '../store/storedObject.js';
import { checkDocument, checkSecretStays } from './candidate.js';
import { invalidDocument, stillUsed } from './changeError.js';
import type { EffectiveConfig } from './effectiveConfig.js';
import { isOverlaid } from './inventory.js';
import type { KnownObjects } from './objectSync.js';
import type { Sealing } from './sealing.js';
import { shownDocument } from './shown.js';
import { TRAITS } from './traits.js';
import { usersOf } from './usersOf.js';

type Fields = Readonly<Record<string, unknown>>;

export interface DocumentRulesParts {
  readonly objects: Pick<KnownObjects, 'list'>;
  readonly config: Pick<EffectiveConfig, 'file'>;
  readonly sealing: Sealing;
}

/** What a document must be to be stored, beside all that is there already. */
export interface DocumentRules {
  /** @throws GatewayError 400 that names the field */
  checkNew(kind: ObjectKind, document: Fields): void;
  /** As checkNew; nor may it send a secret that it keeps elsewhere. @throws GatewayError 400 */
  checkChanged(before: StoredObject, document: Fields): void;
  /** @throws GatewayError 409 that names those who need it */
  checkUnused(kind: ObjectKind, name: string): void;
  /** Without its secrets, for the audit log. */
  shown(kind: ObjectKind, document: Fields): Fields;
}

export function createDocumentRules({ objects, config, sealing }: DocumentRulesParts): DocumentRules {
  /** The configuration with all that is stored, perhaps but for one object. */
  const merged = (without?: { readonly kind: ObjectKind; readonly name: string }): Config => {
    const stored = OVERLAID_KINDS.flatMap((kind) => objects.list(kind));
    const others = stored.filter(({ kind, name }) => kind !== without?.kind || name !== without.name);
    return overlay(config.file, others, sealing.open).config;
  };

  /** @returns the document with its defaults, and with secrets that can be read */
  const check = (kind: ObjectKind, document: Fields): Fields => {
    const name = String(document['name']);
    const { document: opened, faults } = sealing.open({ kind, name, document });
    if (faults.length > 0) {
      throw invalidDocument(faults);
    }
    checkDocument(kind, opened);
    const wrong = isOverlaid(kind) ? candidateFaults(merged({ kind, name }), kind, opened) : [];
    if (wrong.length > 0) {
      throw invalidDocument(wrong);
    }
    return opened;
  };

  return {
    checkNew: (kind, document) => void check(kind, document),

    checkChanged(before, document) {
      const { kind } = before;
      const after = check(kind, document);
      const kept = TRAITS[kind].secrets.filter(
        (field) => before.document[field] !== undefined && before.document[field] === document[field]
      );
      if (kept.length > 0) {
        const was = sealing.open(before).document;
        // For the defaults that it fills in.
        objectFaults(kind, was);
        checkSecretStays(kind, kept, was, after);
      }
    },

    checkUnused(kind, name) {
      const users = usersOf(merged(), kind, name);
      if (users.length > 0) {
        throw stillUsed(kind, name, users);
      }
    },

    shown(kind, document) {
      const { document: opened } = sealing.open({ kind, name: String(document['name']), document });
      return shownDocument(kind, opened, document);
    },
  };
}
