import type { ModelPrice, TieredPrices } from '@pydantic/genai-prices';

import type { PriceConfig } from '../config/schema.js';

type TokenPriceKey = Exclude<keyof NonNullable<PriceConfig['tiers']>[number], 'above_input_tokens'>;

/** Our prices of tokens, and what the list calls them; the first that it has counts. */
const TOKEN_KEYS: ReadonlyArray<readonly [TokenPriceKey, readonly string[]]> = [
  ['input_per_million_usd', ['input_mtok']],
  ['cached_input_per_million_usd', ['cache_read_mtok']],
  ['cached_audio_input_per_million_usd', ['cache_audio_read_mtok']],
  ['cache_write_5m_per_million_usd', ['cache_write_5m_mtok', 'cache_write_mtok']],
  ['cache_write_1h_per_million_usd', ['cache_write_1h_mtok', 'cache_write_mtok']],
  ['audio_input_per_million_usd', ['input_audio_mtok']],
  ['image_input_per_million_usd', ['input_image_mtok']],
  ['output_per_million_usd', ['output_mtok']],
  ['reasoning_per_million_usd', ['output_reasoning_mtok']],
  ['audio_output_per_million_usd', ['output_audio_mtok']],
  ['image_output_per_million_usd', ['output_image_mtok']],
];

/** A price of the list as the configuration would say it, its steps by size of the input included. */
export function genaiPrice(listed: ModelPrice): PriceConfig {
  const tokens = TOKEN_KEYS.flatMap(([key, names]) => {
    const price = names.map((name) => listed[name]).find((each) => each !== undefined);
    return price === undefined ? [] : [[key, price] as const];
  });
  const starts = new Set(tokens.flatMap(([, price]) => stepsOf(price).map(({ start }) => start)));
  return {
    ...pricesAt(tokens, 0),
    ...other(listed, 'requests_kcount', (price) => ({ per_request_usd: price / 1_000 })),
    ...other(listed, 'input_mchars', (price) => ({ per_million_characters_usd: price })),
    ...(starts.size > 0 && {
      tiers: [...starts].map((start) => ({ above_input_tokens: start, ...pricesAt(tokens, start + 1) })),
    }),
  };
}

type ListedPrice = number | TieredPrices;

function pricesAt(tokens: ReadonlyArray<readonly [TokenPriceKey, ListedPrice]>, input: number) {
  return Object.fromEntries(tokens.map(([key, price]) => [key, priceAt(price, input)]));
}

function priceAt(price: ListedPrice, input: number): number {
  if (typeof price === 'number') {
    return price;
  }
  return price.tiers.filter(({ start }) => input > start).reduce(later, { start: -1, price: price.base }).price;
}

function later<Step extends { readonly start: number }>(a: Step, b: Step): Step {
  return a.start > b.start ? a : b;
}

function stepsOf(price: ListedPrice) {
  return typeof price === 'number' ? [] : price.tiers;
}

function other(listed: ModelPrice, name: string, convert: (price: number) => PriceConfig): PriceConfig {
  const price = listed[name];
  return typeof price === 'number' ? convert(price) : {};
}
