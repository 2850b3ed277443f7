import { type KeyPath, keyName } from '../../config/document.js';
import { valueAt } from './values.js';

/**
 * What became of a setting: it stands in our configuration, an environment variable takes its place, the gateway does
 * it without being told, or it has no counterpart.
 */
export type Outcome = 'kept' | 'environment' | 'built in' | 'left out';

export interface Finding {
  /** Of the setting in LiteLLM's file; everything below it is meant too. */
  readonly path: KeyPath;
  readonly outcome: Outcome;
  /** Key of our configuration, or name of the variable. */
  readonly to: string | undefined;
  /** What is different, or what to do instead. */
  readonly note: string | undefined;
}

/** Writes down what becomes of each setting of a file, once; of what is not in it, it writes nothing. */
export interface Account {
  kept(path: KeyPath, to: string, note?: string): void;
  environment(path: KeyPath, variable: string, note?: string): void;
  builtIn(path: KeyPath, note: string): void;
  leftOut(path: KeyPath, note: string): void;
  readonly findings: readonly Finding[];
  /** Whether something was said of the setting, or of what it is part of. */
  covers(path: KeyPath): boolean;
  /** Whether something was said of a part of it. */
  speaksWithin(path: KeyPath): boolean;
}

/** @param input LiteLLM's file */
export function createAccount(input: unknown): Account {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const around = new Set<string>();
  const add = (path: KeyPath, outcome: Outcome, to: string | undefined, note: string | undefined): void => {
    if (valueAt(input, path) === undefined || told.has(keyName(path))) {
      return;
    }
    findings.push({ path, outcome, to, note });
    told.add(keyName(path));
    path.forEach((_part, index) => around.add(keyName(path.slice(0, index + 1))));
  };
  return {
    kept: (path, to, note) => add(path, 'kept', to, note),
    environment: (path, variable, note) => add(path, 'environment', variable, note),
    builtIn: (path, note) => add(path, 'built in', undefined, note),
    leftOut: (path, note) => add(path, 'left out', undefined, note),
    findings,
    covers: (path) => path.some((_part, index) => told.has(keyName(path.slice(0, index + 1)))),
    speaksWithin: (path) => around.has(keyName(path)),
  };
}
