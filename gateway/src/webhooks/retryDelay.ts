const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** How long a call is tried at most, from the event on, in milliseconds. */
export const GIVE_UP_AFTER_MS = 86_400_000;

/**
 * Wait before the next try, in milliseconds: it doubles with each, and half of it is random, so that those who wait for
 * the same receiver do not come back all at once.
 * @param attempts made so far
 */
export function retryDelay(attempts: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}
