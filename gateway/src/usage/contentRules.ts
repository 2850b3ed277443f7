/** Takes something out of a text before it is kept. */
export interface RedactionRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether what was found is meant; all of it, if left out. */
  readonly accept?: (found: string) => boolean;
}

/**
 * What is always taken out. Each begins only where a word does and repeats nothing without a bound, so that none takes
 * long on any text.
 */
export const BUILT_IN_RULES: readonly RedactionRule[] = [
  { name: 'bearer_token', pattern: /\b(?:Bearer|Basic)\s{1,4}[A-Za-z0-9._~+/-]{8,4096}={0,2}/giu },
  { name: 'token', pattern: /\beyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{2,4096}\.[A-Za-z0-9_-]{0,4096}/gu },
  {
    name: 'api_key',
    pattern:
      /(?<![A-Za-z0-9_-])(?:sk-|rk-|pk-|llmgw-|gsk_|xai-|hf_|r8_|ghp_|gho_|ghs_|ghu_|github_pat_|glpat-|glsa_|xox[abprs]-|whsec_|AKIA|ASIA|AIza|SG\.)[A-Za-z0-9_.-]{12,300}/gu,
  },
  {
    name: 'email',
    pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}/gu,
  },
  { name: 'credit_card', pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d])/gu, accept: isCardNumber },
];

/** Some of everything that an expression might stand at the edge of. */
const SAMPLE = ' aZ09_-.,:;/@"\'{}[]\n';

/** What is wrong with a rule of the configuration; undefined when nothing is. */
export function redactionProblem(pattern: string): string | undefined {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'gu');
  } catch {
    return 'is not a regular expression';
  }
  const matchesNothing = [...SAMPLE.matchAll(expression)].some(([found]) => found === '');
  return matchesNothing ? 'matches where nothing stands; ask for at least one character' : undefined;
}

/** Luhn's check digit: without it, every long number would be a card. */
function isCardNumber(found: string): boolean {
  const digits = [...found.replace(/\D/gu, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const counted = index % 2 === 1 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum > 0 && sum % 10 === 0;
}
