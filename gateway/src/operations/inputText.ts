import { countTokens } from '../usage/estimate.js';

/** Tokens of an input that is a text, tokens already, or a list of either. */
export function countInput(input: unknown): number {
  if (typeof input === 'string') {
    return countTokens(input);
  }
  if (!Array.isArray(input)) {
    return input === undefined || input === null ? 0 : countTokens(JSON.stringify(input));
  }
  return input.every((each) => typeof each === 'number')
    ? input.length
    : input.reduce<number>((sum, each) => sum + countInput(each), 0);
}
