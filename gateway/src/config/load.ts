import { readFileSync } from 'node:fs';

import { checkReferences } from './references.js';
import { ConfigError, type ConfigProblem } from './problem.js';
import { keyName, parseConfigDocument } from './document.js';
import type { Config } from './schema.js';
import { validateConfig } from './validate.js';

/**
 * Reads, fills in and checks a configuration file.
 * @throws ConfigError with every problem found, each with its line and key.
 */
export function loadConfig(file: string, env: NodeJS.ProcessEnv = process.env): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message;
    throw new ConfigError(file, [{ line: undefined, key: '', message: `cannot be read: ${reason}` }]);
  }
  return parseConfig(text, file, env);
}

/** As loadConfig, from text; `file` only names it in errors. */
export function parseConfig(text: string, file: string, env: NodeJS.ProcessEnv = process.env): Config {
  const document = parseConfigDocument(text, env);
  const problems: ConfigProblem[] = [...document.problems];
  if (problems.length === 0) {
    const faults = validateConfig(document.value);
    const found = faults.length > 0 ? faults : checkReferences(document.value as Config);
    problems.push(...found.map(({ path, message }) => ({ line: document.lineOf(path), key: keyName(path), message })));
  }
  if (problems.length > 0) {
    throw new ConfigError(file, problems);
  }
  return document.value as Config;
}
