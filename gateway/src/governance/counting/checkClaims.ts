import type { Logger } from 'pino';

import type { Claim } from './counters.js';

/** @throws TypeError for an amount that is not a whole number of at least 0: a fault of ours, not of the client. */
export function checkClaims(claims: readonly Claim[]): void {
  for (const { counter, amount } of claims) {
    if (!isAmount(amount)) {
      throw new TypeError(`the claim on ${counter} is not a whole number of at least 0: ${amount}`);
    }
  }
}

/** What was used of each claim; where that is no amount, which is a fault of ours, what was reserved. */
export function usedOf(claims: readonly Claim[], actuals: readonly number[], log: Logger): number[] {
  return claims.map(({ counter, amount }, index) => {
    const actual = actuals[index] ?? NaN;
    if (isAmount(actual)) {
      return actual;
    }
    log.error({ counter, actual }, 'a reservation was settled with no amount; what was reserved counts as used');
    return amount;
  });
}

function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0;
}
