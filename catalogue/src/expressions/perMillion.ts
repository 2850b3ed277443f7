import { per } from './per.js';

/** One expression for each million of another with the same labels, e.g. cost for a million tokens; absent over nothing. */
export function perMillion(amount: string, each: string): string {
  return `1e6 * ${per(amount, each)}`;
}
