import { bucketOf, keptFrom, oldestOf, usefulMs } from '../buckets.js';
import type { Claim } from '../counters.js';
import { counterKey } from './keys.js';

/** How long a counter outlives what it counts, in milliseconds: longer than requests take. */
const SPARE_MS = 3_600_000;

/** A granted reservation that is not settled. */
export interface Held {
  readonly id: string;
  readonly claims: readonly Claim[];
  /** Read time of the request in epoch milliseconds. */
  readonly at: number;
  /** Whether Redis granted it, and not this replica alone. */
  readonly shared: boolean;
}

/** Time to live of a claim's counter in milliseconds. */
export function timeToLive({ kind, window }: Claim, at: number): number {
  return SPARE_MS + (kind === 'parallel' ? 0 : usefulMs(window, at));
}

/** What a reservation holds, as scripts read it: counter, bucket, amount, time to live; '' when it holds nothing. */
export function recordOf(claims: readonly Claim[], at: number): string {
  const held = claims.filter(({ kind }) => kind !== 'rate');
  return held.length === 0
    ? ''
    : JSON.stringify(
        held.map((claim) => [counterKey(claim), String(bucketOf(claim, at)), claim.amount, timeToLive(claim, at)])
      );
}

export function oldestToKeep({ kind, window }: Claim, at: number): number {
  return kind === 'parallel' ? 0 : keptFrom(window, at);
}

/** A claim as the script that reserves reads it. */
export function encodeClaim(claim: Claim, at: number, needsSeed: boolean): Array<string | number> {
  const { kind, amount, limit } = claim;
  return [
    kind,
    amount,
    limit ?? '',
    bucketOf(claim, at),
    oldestOf(claim, at),
    oldestToKeep(claim, at),
    timeToLive(claim, at),
    needsSeed ? '1' : '',
  ];
}

/** A claim as the script that reads counters has it. */
export function encodeReading(claim: Claim, at: number, needsSeed: boolean): Array<string | number> {
  return [oldestOf(claim, at), oldestToKeep(claim, at), needsSeed ? '1' : ''];
}

/** What was used, as the script that settles has it. */
export function encodeSettlement({ claims, at, shared }: Held, actuals: readonly number[]): Array<string | number> {
  const recorded = shared && claims.some(({ kind }) => kind !== 'rate');
  return [
    recorded ? '1' : '',
    ...claims.flatMap((claim, index) => [
      claim.kind,
      // What this replica granted alone was not counted in Redis.
      shared ? claim.amount : 0,
      actuals[index] ?? 0,
      bucketOf(claim, at),
    ]),
  ];
}
