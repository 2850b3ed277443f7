import type { PriceConfig } from '../../config/schema.js';
import { asNumber } from './values.js';

type TokenPrice =
  | 'input_per_million_usd'
  | 'cached_input_per_million_usd'
  | 'cache_write_5m_per_million_usd'
  | 'cache_write_1h_per_million_usd'
  | 'audio_input_per_million_usd'
  | 'output_per_million_usd'
  | 'reasoning_per_million_usd'
  | 'audio_output_per_million_usd';

/** LiteLLM's prices are per token, ours per million. */
const PER_TOKEN: Readonly<Record<string, TokenPrice>> = {
  input_cost_per_token: 'input_per_million_usd',
  cache_read_input_token_cost: 'cached_input_per_million_usd',
  cache_creation_input_token_cost: 'cache_write_5m_per_million_usd',
  cache_creation_input_token_cost_above_1hr: 'cache_write_1h_per_million_usd',
  input_cost_per_audio_token: 'audio_input_per_million_usd',
  output_cost_per_token: 'output_per_million_usd',
  output_cost_per_reasoning_token: 'reasoning_per_million_usd',
  output_cost_per_audio_token: 'audio_output_per_million_usd',
};

const PER_UNIT: Readonly<Record<string, readonly [keyof PriceConfig, number]>> = {
  input_cost_per_request: ['per_request_usd', 1],
  output_cost_per_image: ['per_image_usd', 1],
  input_cost_per_character: ['per_million_characters_usd', 1e6],
};

const TIER = /^(.+)_above_(\d+)k_tokens$/;
/** Highest price that our configuration takes. */
const MAX_USD = 1_000_000;

export interface PriceBuilder {
  /** Takes one of LiteLLM's prices; the key of ours that it became, or undefined if it is none of them. */
  add(key: string, value: unknown): string | undefined;
  /** Undefined without any. */
  build(): PriceConfig | undefined;
}

export function createPrice(): PriceBuilder {
  const price: { -readonly [Key in keyof PriceConfig]: PriceConfig[Key] } = {};
  const tiers = new Map<number, Partial<Record<TokenPrice, number>>>();
  return {
    add(key, value) {
      const cost = asNumber(value);
      if (cost === undefined || cost < 0) {
        return undefined;
      }
      const [name, perMillion] = [PER_TOKEN[key], rounded(cost * 1e6)];
      if (name !== undefined && perMillion <= MAX_USD) {
        price[name] = perMillion;
        return name;
      }
      const [unit, factor] = PER_UNIT[key] ?? [];
      if (unit !== undefined && factor !== undefined && rounded(cost * factor) <= MAX_USD) {
        Object.assign(price, { [unit]: rounded(cost * factor) });
        return unit;
      }
      const [, base = '', thousands] = TIER.exec(key) ?? [];
      const tierName = PER_TOKEN[base];
      if (tierName === undefined || !(Number(thousands) > 0) || perMillion > MAX_USD) {
        return undefined;
      }
      const above = Number(thousands) * 1_000;
      tiers.set(above, { ...tiers.get(above), [tierName]: perMillion });
      return 'tiers';
    },
    build() {
      const sorted = [...tiers].sort(([one], [other]) => one - other);
      const all = sorted.map(([above, prices]) => ({ above_input_tokens: above, ...prices }));
      const built = { ...price, ...(all.length === 0 ? {} : { tiers: all }) };
      return Object.keys(built).length === 0 ? undefined : built;
    },
  };
}

/** 1.5e-7 times a million is not quite 0.15 in binary. */
function rounded(usd: number): number {
  return Number(usd.toPrecision(12));
}
