import { createHash } from 'node:crypto';

import type { OperationName } from '../operations/name.js';
import { canonicalJson } from './canonicalJson.js';

export interface Question {
  /** API that it was asked through. */
  readonly surface: OperationName;
  /** Whose answers may be given: see scopeOf. */
  readonly scope: readonly unknown[];
  /** The whole request, the model asked for in it. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What says how an answer is sent, who is charged and where a provider looks for a prompt, but not what is asked. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'stream',
  'stream_options',
  'user',
  'safety_identifier',
  'metadata',
  'prompt_cache_key',
]);

/** Changes whenever answers must not be found that were kept before. */
const VERSION = 1;

/**
 * The same for equal questions only; undefined for those that are to reach a provider: what it is to store, and what is
 * nested too deep to be compared.
 */
export function answerKey({ surface, scope, body }: Question): string | undefined {
  if (body['store'] === true) {
    return undefined;
  }
  const asked = Object.fromEntries(Object.entries(body).filter(([name]) => !WITHOUT_EFFECT.has(name)));
  const canonical = canonicalJson([VERSION, surface, scope, asked]);
  return canonical === undefined ? undefined : createHash('sha256').update(canonical).digest('base64url');
}
