import { type Context, Script, createContext } from 'node:vm';

import type { RedactionRule } from './contentRules.js';

/** Longest time that all rules together may take for one text, in milliseconds. */
const LIMIT_MS = 100;
/** How long rules that took longer are left alone, so that they never cost more than a hundredth of the time. */
const PAUSE_MS = 10_000;

// A regular expression that backtracks for ever can only be stopped from outside: a script's timeout does.
const context: Context = createContext({});
const script = new Script('run()');

/** Epoch milliseconds until which rules are left alone. */
const paused = new WeakMap<readonly RedactionRule[], number>();

/**
 * A text with everything that the rules find replaced by `[name]`.
 * @returns undefined when the rules take too long: then nothing is known of what is left in it
 */
export function redact(
  text: string,
  rules: readonly RedactionRule[],
  limitMs = LIMIT_MS,
  now: () => number = Date.now
): string | undefined {
  if (now() < (paused.get(rules) ?? 0)) {
    return undefined;
  }
  let redacted = text;
  context['run'] = () => {
    for (const { name, pattern, accept } of rules) {
      redacted = redacted.replace(pattern, (found) => (accept?.(found) === false ? found : `[${name}]`));
    }
  };
  try {
    script.runInContext(context, { timeout: limitMs });
    return redacted;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      paused.set(rules, now() + PAUSE_MS);
      return undefined;
    }
    throw error;
  } finally {
    context['run'] = undefined;
  }
}
