import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { litellm as dialect } from '../../catalogue/src/dialects/litellm.js';
import { EXCEPTION_CLASSES } from '../../catalogue/src/dialects/litellm/exceptionClasses.js';
import type { ErrorType } from '../../gateway/src/errors/gatewayError.js';
import { litellm } from '../support/litellm.js';
import { testWith } from '../support/python.js';
import { type LiteLlmMetrics, askLiteLlm } from './askLiteLlm.js';
import { differences } from './differences.js';
import { type KnownDifferences, differencesByFamily, withDifferences } from './knownDifferences.js';

const KNOWN = join(__dirname, 'known-differences.json');
const MINUTES = 10 * 60_000;

const installed = litellm();
const withLiteLlm = testWith(installed);

let theirs: LiteLlmMetrics;
beforeAll(() => {
  if ('python' in installed) {
    theirs = askLiteLlm(installed.python);
  }
}, MINUTES);

withLiteLlm('our families differ from LiteLLM’s where known-differences.json says, and why, and nowhere else', () => {
  const found = differences(dialect.views, theirs.families, dialect.none);
  const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as KnownDifferences;
  if (process.env['UPDATE_KNOWN_DIFFERENCES'] !== undefined) {
    writeFileSync(KNOWN, `${JSON.stringify(withDifferences(known, theirs.families.length, found), null, 2)}\n`);
    return;
  }
  expect(theirs.families.length).toBe(known.compared);
  expect(theirs.families.length).toBeGreaterThan(100);
  expect(sorted(found)).toEqual(sorted(differencesByFamily(known)));
  expect(known.causes.filter(({ reason }) => reason === '')).toEqual([]);
});

function sorted(families: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(families).map(([name, words]) => [name, [...words].sort()]));
}

withLiteLlm('what we call errors, LiteLLM raises', () => {
  const { none, ...classes } = EXCEPTION_CLASSES;
  expect(none).toBe(dialect.none);
  expect(theirs.exceptions).toEqual(expect.arrayContaining(Object.values(classes)));
});

test('every cause of an error has its exception', () => {
  const complete: Readonly<Record<ErrorType, string>> = EXCEPTION_CLASSES;
  expect(Object.values(complete)).not.toContain('');
});
