import type { Claim, SeedAmount } from './counters.js';

/** Longest a request waits for the ledger, in milliseconds; past it the answer counts as an error. */
const TIMEOUT_MS = 2_000;

/**
 * What the ledger says was used in the window of a claim, by requests read before a time.
 * @throws when the ledger cannot say.
 */
export async function askLedger({ counter, seed }: Claim, before?: number): Promise<readonly SeedAmount[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer on ${counter} within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([seed?.(before) ?? [], late]);
  } finally {
    clearTimeout(timer);
  }
}
