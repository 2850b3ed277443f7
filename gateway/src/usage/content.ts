import type { LedgerConfig } from '../config/schema.js';
import { cutUtf8, withoutBlobs } from './contentBlobs.js';
import { redact } from './contentRedaction.js';
import { BUILT_IN_RULES, type RedactionRule } from './contentRules.js';
import type { Content } from './event.js';

type ContentsConfig = LedgerConfig['contents'];

/** Rules look at so many times what is kept: enough to cut afterwards, and a bound on what they cost. */
const LOOKED_AT = 4;
/** Where a text was cut before the rules saw it, its end may be half a secret, which no rule would know. */
const UNSURE_END = 512;

export const NOT_REDACTED = '[not kept: the rules of ledger.contents.redact take too long]';

const compiled = new WeakMap<ContentsConfig, readonly RedactionRule[]>();

/**
 * What is kept of a request and its answer: nothing, unless the configuration asks for it. Secrets and what
 * `ledger.contents.redact` names are taken out first, base64 (images, sounds) is replaced by its length, and what is
 * longer than `max_bytes` is cut.
 * @param failed whether the request did not succeed
 */
export function keptContent(
  config: ContentsConfig,
  request: Buffer,
  response: string | undefined,
  failed: boolean
): Content | undefined {
  if (config.store === 'none' || (config.store === 'errors' && !failed)) {
    return undefined;
  }
  const rules = rulesOf(config);
  return {
    request: kept(request, rules, config.max_bytes),
    response: response === undefined ? undefined : kept(Buffer.from(response), rules, config.max_bytes),
  };
}

function kept(text: Buffer, rules: readonly RedactionRule[], maxBytes: number): string {
  const { text: readable, cut } = withoutBlobs(text, maxBytes * LOOKED_AT);
  const redacted = redact(unescaped(readable), rules);
  if (redacted === undefined) {
    return NOT_REDACTED;
  }
  const sure = cut ? redacted.slice(0, -UNSURE_END) : redacted;
  return cutUtf8(Buffer.from(sure), maxBytes);
}

/** JSON may write any character as `\u0040` and a slash as `\/`, which would hide them from the rules. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:u00([2-7][0-9a-f])|(.))/giu,
    (whole, code: string | undefined, next: string | undefined) => {
      if (code === undefined) {
        return next === '/' ? '/' : whole;
      }
      const character = String.fromCharCode(Number.parseInt(code, 16));
      return character === '"' || character === '\\' ? whole : character;
    }
  );
}

function rulesOf(config: ContentsConfig): readonly RedactionRule[] {
  let rules = compiled.get(config);
  if (rules === undefined) {
    const own = config.redact.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern, 'gu') }));
    compiled.set(config, (rules = [...own, ...BUILT_IN_RULES]));
  }
  return rules;
}
