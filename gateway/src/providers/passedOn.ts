import { rewriteBody } from './openaiDialect/rewriteBody.js';
import type { Service } from './provider.js';

/**
 * An operation whose requests a provider takes as clients send them: bytes pass through with only the model's name
 * changed.
 * @param headers Flat name, value, name, value …; those of the client that are for this provider are added.
 */
export function passedOn(path: string, headers: readonly string[]): Service {
  const own = [...headers];
  return {
    call({ parameters, body, headers: more = [] }, model) {
      const all = more.length === 0 ? own : [...own, ...more];
      return { path, headers: all, body: rewriteBody(parameters, body, model, false) };
    },
  };
}
