import Type from 'typebox';

import { SimulatorBehaviour, type SimulatorSettings } from '../config/schema.js';

/** Some of a behaviour's keys. `null` takes out one that may be missing, as in a JSON merge patch. */
export type BehaviourPatch = {
  readonly [Key in keyof SimulatorSettings]?:
    SimulatorSettings[Key] | (undefined extends SimulatorSettings[Key] ? null : never);
};

const required: ReadonlySet<string> = new Set(SimulatorBehaviour.required);

/** The configuration's own schema, with nothing required and nothing filled in. */
export const BehaviourPatchSchema = Type.Unsafe<BehaviourPatch>({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  description: 'What is to be different; lists and rate_limit are replaced whole.',
  properties: Object.fromEntries(
    Object.entries(SimulatorBehaviour.properties).map(([key, schema]) => [
      key,
      { ...schema, default: undefined, ...(required.has(key) ? {} : { nullable: true }) },
    ])
  ),
});

/** A behaviour with a patch laid over it. */
export function patched(behaviour: SimulatorSettings, patch: BehaviourPatch): SimulatorSettings {
  const kept = Object.entries({ ...behaviour, ...patch }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as unknown as SimulatorSettings;
}
