import type { TokenUsage } from '../usage/event.js';
import { decimal, powerOfTen } from './decimal.js';
import type { RateTable, Rates } from './rates.js';
import { KINDS, split } from './split.js';

/**
 * Cost in integer nano-dollars, rounded half up once, at the very end; undefined when something that was used has no
 * price.
 */
export function usageCost(tokens: TokenUsage, { base, tiers, unitsPerNano }: RateTable): number | undefined {
  const rates = tiers.length === 0 ? base : (tiers.find(({ aboveInput }) => tokens.input > aboveInput) ?? base);
  if (!covers(rates, tokens)) {
    return undefined;
  }
  const amounts = split(tokens);
  let units = 0;
  for (let kind = 0; kind < amounts.length; kind++) {
    units += (amounts[kind] ?? 0) * (rates.numbers[kind] ?? 0);
  }
  // Whole numbers of which none is negative: if their sum is one that a float holds exactly, so was every step to it.
  return units <= Number.MAX_SAFE_INTEGER && Number.isInteger(tokens.audioSeconds ?? 0)
    ? roundHalfUp(units, Number(unitsPerNano))
    : exactCost(amounts, rates, unitsPerNano);
}

/** Many uses that are alike in what their price goes by, added up. */
export interface ManyUses {
  readonly requests: number;
  /** Sums. Either all of the uses had tokens, or none had. */
  readonly tokens: TokenUsage;
  /** The least input tokens that any one of them can have had: all are in the same tier as so many. */
  readonly leastInput: number;
}

/** What uses cost together, as `usageCost` does, but rounded once for all of them. */
export function costOfMany(
  { requests, tokens, leastInput }: ManyUses,
  { base, tiers, unitsPerNano }: RateTable
): number | undefined {
  const rates = tiers.find(({ aboveInput }) => leastInput > aboveInput) ?? base;
  if (!covers(rates, tokens)) {
    return undefined;
  }
  const amounts = split(tokens).map((amount, kind) => (KINDS[kind] === 'request' ? requests : amount));
  return exactCost(amounts, rates, unitsPerNano);
}

function covers({ pricesInput, pricesOutput, pricesUnits }: Rates, tokens: TokenUsage): boolean {
  return (
    (pricesInput || tokens.input === 0) &&
    (pricesOutput || tokens.output === 0) &&
    (pricesUnits || tokens.input > 0 || tokens.output > 0 || !usesUnits(tokens))
  );
}

function usesUnits({ images = 0, characters = 0, audioSeconds = 0 }: TokenUsage): boolean {
  return images > 0 || characters > 0 || audioSeconds > 0;
}

function roundHalfUp(units: number, unitsPerNano: number): number {
  const rest = units % unitsPerNano;
  return (units - rest) / unitsPerNano + (2 * rest >= unitsPerNano ? 1 : 0);
}

/** The same for what numbers do not hold: large costs, prices of many decimals, parts of a second. */
function exactCost(amounts: readonly number[], { exact }: Rates, unitsPerNano: bigint): number {
  const decimals = amounts.map(decimal);
  const scale = Math.max(...decimals.map((amount) => amount.scale));
  const units = decimals.reduce(
    (sum, amount, kind) => sum + amount.digits * powerOfTen(scale - amount.scale) * (exact[kind] ?? 0n),
    0n
  );
  const whole = unitsPerNano * powerOfTen(scale);
  return Number((2n * units + whole) / (2n * whole));
}
