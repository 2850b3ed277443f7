import type { PriceConfig } from '../config/schema.js';
import { type Decimal, decimal } from './decimal.js';
import type { Kind } from './split.js';

type PriceKey = Exclude<keyof PriceConfig, 'batch_discount' | 'tiers'>;

/** Where the price of a kind is found, and what stands in for it where it was left out, as the keys themselves say. */
const KEYS: Readonly<Record<Kind, readonly PriceKey[]>> = {
  input: ['input_per_million_usd'],
  cachedInput: ['cached_input_per_million_usd', 'input_per_million_usd'],
  cachedAudioInput: [
    'cached_audio_input_per_million_usd',
    'cached_input_per_million_usd',
    'audio_input_per_million_usd',
    'input_per_million_usd',
  ],
  cacheWrite5m: ['cache_write_5m_per_million_usd', 'input_per_million_usd'],
  cacheWrite1h: ['cache_write_1h_per_million_usd', 'cache_write_5m_per_million_usd', 'input_per_million_usd'],
  audioInput: ['audio_input_per_million_usd', 'input_per_million_usd'],
  imageInput: ['image_input_per_million_usd', 'input_per_million_usd'],
  output: ['output_per_million_usd'],
  reasoning: ['reasoning_per_million_usd', 'output_per_million_usd'],
  audioOutput: ['audio_output_per_million_usd', 'output_per_million_usd'],
  imageOutput: ['image_output_per_million_usd', 'output_per_million_usd'],
  request: ['per_request_usd'],
  image: ['per_image_usd'],
  character: ['per_million_characters_usd'],
  audioSecond: ['per_audio_second_usd'],
};

/** Dollars for one of a kind; 0 where there is no price. */
export function kindPrice(price: PriceConfig, kind: Kind): Decimal {
  const key = KEYS[kind].find((each) => price[each] !== undefined);
  const { digits, scale } = decimal(key === undefined ? 0 : (price[key] ?? 0));
  return { digits, scale: key?.includes('per_million') ? scale + 6 : scale };
}
