import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';

import {
  type BudgetConfig,
  BudgetSchema,
  type LimitConfig,
  LimitSchema,
  type TeamConfig,
  TeamSchema,
  type UserConfig,
  UserSchema,
} from './schema.js';
import { type StoredKey, StoredKeySchema } from './storedKey.js';

/** Kinds that are looked up for each request, and what their documents are. */
export interface GovernedDocuments {
  readonly key: StoredKey;
  readonly team: TeamConfig;
  readonly user: UserConfig;
  readonly budget: BudgetConfig;
  readonly limit: LimitConfig;
}
export type GovernedKind = keyof GovernedDocuments;

/** Takes off what it does not know: a newer replica may have written more than this one understands. */
const ajv = new Ajv({ useDefaults: true, removeAdditional: true, strict: false });
addFormats.default(ajv, ['date-time']);

const SCHEMAS: Readonly<Record<GovernedKind, AnySchema>> = {
  key: StoredKeySchema,
  team: TeamSchema,
  user: UserSchema,
  budget: BudgetSchema,
  limit: LimitSchema,
};
const CHECKS = new Map(Object.entries(SCHEMAS).map(([kind, schema]) => [kind, ajv.compile(schema)]));

export function isGoverned(kind: string): kind is GovernedKind {
  return CHECKS.has(kind);
}

/** A stored document with its defaults; undefined when it cannot be understood. */
export function readStored<Kind extends GovernedKind>(
  kind: Kind,
  name: string,
  document: Readonly<Record<string, unknown>>
): GovernedDocuments[Kind] | undefined {
  const copy = { ...document, name };
  return CHECKS.get(kind)?.(copy) === true ? (copy as unknown as GovernedDocuments[Kind]) : undefined;
}
