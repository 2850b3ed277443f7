import type { PriceConfig } from '../../gateway/src/config/schema.js';
import { decimal } from '../../gateway/src/pricing/decimal.js';

/** An entry of LiteLLM's table: dollars for one token, as far as it is about costs. */
export type LiteLlmPrices = Readonly<Record<string, unknown>>;

type Tier = NonNullable<PriceConfig['tiers']>[number];
type TokenPrices = Omit<Tier, 'above_input_tokens'>;

/** The first provider bills the higher price at the step itself; all others from the next token on. */
const INCLUSIVE = new Set(['xai']);

/** The same prices in our words, so that what differs then is the calculation. */
export function fromLiteLlm(prices: LiteLlmPrices, provider: string): PriceConfig {
  return Array.isArray(prices['tiered_pricing'])
    ? fromRanges(prices, prices['tiered_pricing'] as Array<LiteLlmPrices & { range: readonly [number, number] }>)
    : fromSteps(prices, INCLUSIVE.has(provider) ? 1 : 0);
}

/** Prices of the form `input_cost_per_token_above_200k_tokens`. */
function fromSteps(prices: LiteLlmPrices, inclusive: number): PriceConfig {
  const steps = new Map(
    Object.keys(prices).flatMap((name) => {
      const [, size] = /^(?:input|output|cache).*_above_(\d+k?)_tokens$/.exec(name) ?? [];
      return size === undefined ? [] : [[size, sizeOf(size)] as const];
    })
  );
  const rising = [...steps].sort(([, a], [, b]) => a - b);
  const at = (names: readonly string[]) =>
    tokenPrices((name) =>
      firstOf(
        prices,
        names.map((size) => `${name}${size}`)
      )
    );
  const suffixes = rising.map(([size]) => `_above_${size}_tokens`);
  return {
    ...at(['']),
    tiers: rising.map(([, size], index) => ({
      above_input_tokens: size - inclusive,
      ...at([...suffixes.slice(0, index + 1).reverse(), '']),
    })),
  };
}

/** Prices of the form `tiered_pricing`: each range says all; what it leaves out costs as its input. */
function fromRanges(
  prices: LiteLlmPrices,
  ranges: ReadonlyArray<LiteLlmPrices & { range: readonly [number, number] }>
): PriceConfig {
  const rising = ranges.toSorted((a, b) => a.range[0] - b.range[0]);
  const own = ['input_cost_per_token', 'cache_read_input_token_cost', 'cache_creation_input_token_cost'];
  const [first, ...others] = rising.map((range) =>
    tokenPrices((name) => {
      if (own.includes(name) || name.startsWith('cache_creation')) {
        return numberOf(range[name] ?? range['cache_creation_input_token_cost'] ?? range['input_cost_per_token']);
      }
      if (name === 'output_cost_per_reasoning_token') {
        return numberOf(range[name] ?? range['output_cost_per_token'] ?? prices[name]);
      }
      return numberOf(range[name] ?? prices[name]);
    })
  );
  return {
    ...first,
    tiers: others.map((tier, index) => ({ above_input_tokens: rising[index + 1]?.range[0] ?? NaN, ...tier })),
  };
}

/** @param price Dollars for one token by LiteLLM's name of the price. */
function tokenPrices(price: (name: string) => number | undefined): TokenPrices {
  const input = price('input_cost_per_token') ?? 0;
  const images = price('output_cost_per_image_token');
  const cached = price('cache_read_input_token_cost') ?? input;
  return perMillion({
    input_per_million_usd: input,
    cached_input_per_million_usd: cached,
    // Where only plain audio has a price, LiteLLM bills cached audio as text; we, as audio.
    cached_audio_input_per_million_usd: price('cache_read_input_audio_token_cost') ?? cached,
    cache_write_5m_per_million_usd: price('cache_creation_input_token_cost'),
    cache_write_1h_per_million_usd: price('cache_creation_input_token_cost_above_1hr'),
    audio_input_per_million_usd: price('input_cost_per_audio_token'),
    image_input_per_million_usd: price('input_cost_per_image_token'),
    // What has no price is free to LiteLLM; and where only images do, text costs as they do.
    output_per_million_usd: price('output_cost_per_token') || (images ?? 0),
    reasoning_per_million_usd: price('output_cost_per_reasoning_token'),
    audio_output_per_million_usd: price('output_cost_per_audio_token'),
    image_output_per_million_usd: images,
  });
}

function perMillion(prices: Readonly<Record<keyof TokenPrices, number | undefined>>): TokenPrices {
  return Object.fromEntries(
    Object.entries(prices).flatMap(([key, usd]) => (usd === undefined ? [] : [[key, timesMillion(usd)]]))
  );
}

/** Exactly, which `usd * 1e6` is not. */
export function timesMillion(usd: number): number {
  const { digits, scale } = decimal(usd);
  return Number(`${digits}e${6 - scale}`);
}

function firstOf(prices: LiteLlmPrices, names: readonly string[]): number | undefined {
  return names.map((name) => numberOf(prices[name])).find((price) => price !== undefined);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : undefined;
}

function sizeOf(size: string): number {
  return size.endsWith('k') ? Number(size.slice(0, -1)) * 1_000 : Number(size);
}
