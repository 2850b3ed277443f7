import type { ObjectKind } from '../store/storedObject.js';
import type { ConfigFault } from './fault.js';
import { budgetFaults, keyFaults, limitFaults, modelFaults, providerRuleFaults } from './ruleFaults.js';
import { BudgetSchema, LimitSchema, ModelSchema, PriceOverrideSchema, TeamSchema, UserSchema } from './schema.js';
import { StoredKeySchema } from './storedKey.js';
import { compileCheck, providerFaults } from './validate.js';

const SHAPES: Readonly<Record<ObjectKind, (document: unknown) => ConfigFault[]>> = {
  provider: (document) => providerFaults(document),
  model: compileCheck(ModelSchema),
  price: compileCheck(PriceOverrideSchema),
  key: compileCheck(StoredKeySchema),
  team: compileCheck(TeamSchema),
  user: compileCheck(UserSchema),
  budget: compileCheck(BudgetSchema),
  limit: compileCheck(LimitSchema),
};

const RULES: Readonly<Partial<Record<ObjectKind, (document: never) => ConfigFault[]>>> = {
  provider: providerRuleFaults,
  model: modelFaults,
  key: keyFaults,
  budget: budgetFaults,
  limit: limitFaults,
};

/**
 * What is wrong with one managed object, by itself; fills in defaults, in place. That its name is free, and that what
 * it refers to is there, only the store can say. Paths are relative to the object; messages repeat no value.
 */
export function objectFaults(kind: ObjectKind, document: unknown): ConfigFault[] {
  const faults = SHAPES[kind](document);
  return faults.length > 0 ? faults : (RULES[kind]?.(document as never) ?? []);
}
