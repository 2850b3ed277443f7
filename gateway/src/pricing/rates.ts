import type { PriceConfig } from '../config/schema.js';
import { type Decimal, decimal, powerOfTen, product } from './decimal.js';
import { kindPrice } from './kindPrice.js';
import { KINDS } from './split.js';

/** A price made ready for counting: whole numbers of one small unit, so that no product and no sum is rounded. */
export interface RateTable {
  /** Units in a nano-dollar; a power of ten. */
  readonly unitsPerNano: bigint;
  readonly base: Rates;
  /** In place of the base for large inputs; the largest first. */
  readonly tiers: readonly TierRates[];
}

export interface Rates {
  /** Units for one of each of `KINDS`. */
  readonly exact: readonly bigint[];
  /** The same as numbers; infinite where a number could not hold it. */
  readonly numbers: readonly number[];
  /** Whether there is a price for tokens of the kind, or for something else that stands in for it. */
  readonly pricesInput: boolean;
  readonly pricesOutput: boolean;
  /** Whether anything but tokens has a price. */
  readonly pricesUnits: boolean;
}

export interface TierRates extends Rates {
  readonly aboveInput: number;
}

const ONE: Decimal = { digits: 1n, scale: 0 };
const NANO = 9;

/** @param factor What is left of the price after a discount. */
export function rateTable(price: PriceConfig, factor: Decimal = ONE): RateTable {
  const tiers = tierPrices(price);
  const usd = new Map([price, ...tiers.values()].map((each) => [each, usdByKind(each, factor)]));
  const scale = Math.max(NANO, ...[...usd.values()].flat().map((each) => each.scale));
  const toRates = (each: PriceConfig): Rates => {
    const exact = (usd.get(each) ?? []).map((rate) => rate.digits * powerOfTen(scale - rate.scale));
    return { exact, numbers: exact.map(toNumber), ...coverage(each) };
  };
  return {
    unitsPerNano: powerOfTen(scale - NANO),
    base: toRates(price),
    tiers: [...tiers].map(([aboveInput, each]) => ({ aboveInput, ...toRates(each) })).reverse(),
  };
}

/** What is left of a price when a share of it, 0 to 1, is taken off. */
export function withoutShare(share: number): Decimal {
  const { digits, scale } = decimal(share);
  return { digits: powerOfTen(scale) - digits, scale };
}

/** The whole price above each size of the input, rising. What a tier does not say, the one below it does. */
function tierPrices({ tiers = [], ...base }: PriceConfig): Map<number, PriceConfig> {
  const prices = new Map<number, PriceConfig>();
  let below: PriceConfig = base;
  for (const { above_input_tokens: aboveInput, ...own } of tiers.toSorted(byInput)) {
    below = { ...below, ...own };
    prices.set(aboveInput, below);
  }
  return prices;
}

function byInput(a: { readonly above_input_tokens: number }, b: { readonly above_input_tokens: number }): number {
  return a.above_input_tokens - b.above_input_tokens;
}

function usdByKind(price: PriceConfig, factor: Decimal): Decimal[] {
  return KINDS.map((kind) => product(kindPrice(price, kind), factor));
}

function coverage(price: PriceConfig): Pick<Rates, 'pricesInput' | 'pricesOutput' | 'pricesUnits'> {
  const pricesUnits = UNITS.some((unit) => price[unit] !== undefined);
  return {
    pricesInput: pricesUnits || price.input_per_million_usd !== undefined,
    pricesOutput: pricesUnits || price.output_per_million_usd !== undefined,
    pricesUnits,
  };
}

const UNITS = ['per_request_usd', 'per_image_usd', 'per_million_characters_usd', 'per_audio_second_usd'] as const;

function toNumber(units: bigint): number {
  return units <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(units) : Infinity;
}
