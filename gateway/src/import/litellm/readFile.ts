import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

import { ConfigError } from '../../config/problem.js';
import { type Mapping, isMapping } from './values.js';

/** Most files that include each other. */
const MAX_FILES = 100;

/**
 * LiteLLM's configuration with the files that it includes: their lists are put behind its own, the rest takes the place
 * of what is there, as LiteLLM does.
 * @throws ConfigError where a file cannot be read; it quotes nothing of what stands in it
 */
export function readLitellmFile(file: string): Mapping {
  const queue = [file];
  const seen = new Set<string>();
  let merged: Record<string, unknown> = {};
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) {
      continue;
    }
    seen.add(next);
    if (seen.size > MAX_FILES) {
      throw wrong(file, `more than ${MAX_FILES} files include each other`);
    }
    const { include, ...rest } = readOne(next);
    merged = merge(merged, rest);
    const directory = dirname(next);
    queue.push(...[include ?? []].flat().map((included) => resolve(directory, String(included))));
  }
  return merged;
}

function merge(into: Mapping, from: Mapping): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const before = merged[key];
    merged[key] =
      Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
  }
  return merged;
}

function readOne(file: string): Mapping {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw wrong(file, `cannot be read: ${code === 'ENOENT' ? 'no such file' : message}`);
  }
  const lines = new LineCounter();
  // LiteLLM reads YAML 1.1, in which 20_000 is a number and a later key takes the place of an earlier.
  const document = parseDocument(text, {
    version: '1.1',
    uniqueKeys: false,
    merge: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    // Behind the colon some messages quote the file, which may be a secret.
    throw wrong(file, `not valid YAML: ${error.message.split(': ')[0]}`, lines.linePos(error.pos[0]).line);
  }
  const value: unknown = document.toJS();
  if (!isMapping(value)) {
    throw wrong(file, 'is no configuration of LiteLLM: it is not a map');
  }
  return value;
}

function wrong(file: string, message: string, line?: number): ConfigError {
  return new ConfigError(file, [{ line, key: '', message }]);
}
