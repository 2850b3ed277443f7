import { tokens } from '../../../tests/support/usageEvent.js';
import type { PriceConfig } from '../config/schema.js';
import type { TokenUsage } from '../usage/event.js';
import { configuredPrice } from './configuredPrice.js';

function cost(price: PriceConfig, used: Partial<TokenUsage>, batch?: boolean): number | undefined {
  return configuredPrice(price)(tokens({ input: 0, output: 0, ...used }), 0, batch)?.nanoUsd;
}

const M = 1_000_000;
const TEXT = { input_per_million_usd: 2, output_per_million_usd: 8 };

test.each<[string, PriceConfig, Partial<TokenUsage>, number]>([
  ['input', TEXT, { input: M }, 2],
  ['output', TEXT, { output: M }, 8],
  ['reasoning, as output', TEXT, { output: M, reasoning: M }, 8],
  ['reasoning', { ...TEXT, reasoning_per_million_usd: 3 }, { output: M, reasoning: M }, 3],
  ['cached, as input', TEXT, { input: M, cachedInput: M }, 2],
  ['cached', { ...TEXT, cached_input_per_million_usd: 0.5 }, { input: M, cachedInput: M }, 0.5],
  ['cached for nothing', { ...TEXT, cached_input_per_million_usd: 0 }, { input: M, cachedInput: M }, 0],
  ['written, as input', TEXT, { input: M, cacheWrite5m: M }, 2],
  ['written', { ...TEXT, cache_write_5m_per_million_usd: 2.5 }, { input: M, cacheWrite5m: M }, 2.5],
  ['written for an hour, as input', TEXT, { input: M, cacheWrite1h: M }, 2],
  [
    'written for an hour, as for five minutes',
    { ...TEXT, cache_write_5m_per_million_usd: 2.5 },
    { input: M, cacheWrite1h: M },
    2.5,
  ],
  ['written for an hour', { ...TEXT, cache_write_1h_per_million_usd: 4 }, { input: M, cacheWrite1h: M }, 4],
  ['audio, as input', TEXT, { input: M, audioInput: M }, 2],
  ['audio', { ...TEXT, audio_input_per_million_usd: 40 }, { input: M, audioInput: M }, 40],
  [
    'cached audio, as cached',
    { ...TEXT, audio_input_per_million_usd: 40, cached_input_per_million_usd: 0.5 },
    { input: M, cachedInput: M, audioInput: M },
    0.5,
  ],
  [
    'cached audio, as audio',
    { ...TEXT, audio_input_per_million_usd: 40 },
    { input: M, cachedInput: M, audioInput: M },
    40,
  ],
  [
    'cached audio',
    { ...TEXT, cached_audio_input_per_million_usd: 20 },
    { input: M, cachedInput: M, audioInput: M },
    20,
  ],
  ['images read, as input', TEXT, { input: M, imageInput: M }, 2],
  ['images read', { ...TEXT, image_input_per_million_usd: 10 }, { input: M, imageInput: M }, 10],
  ['audio made, as output', TEXT, { output: M, audioOutput: M }, 8],
  ['audio made', { ...TEXT, audio_output_per_million_usd: 80 }, { output: M, audioOutput: M }, 80],
  ['image tokens made, as output', TEXT, { output: M, imageOutput: M }, 8],
  ['image tokens made', { ...TEXT, image_output_per_million_usd: 30 }, { output: M, imageOutput: M }, 30],
  ['a request', { ...TEXT, per_request_usd: 0.005 }, {}, 0.005],
  ['images made', { per_image_usd: 0.04 }, { images: 3 }, 0.12],
  ['characters', { per_million_characters_usd: 15 }, { characters: 2_000 }, 0.03],
  ['seconds', { per_audio_second_usd: 0.0001 }, { audioSeconds: 60 }, 0.006],
  ['parts of a second', { per_audio_second_usd: 0.0001 }, { audioSeconds: 8.470000267028809 }, 0.000847],
  ['nothing', TEXT, {}, 0],
])('%s', (_what, price, used, usd) => {
  expect(cost(price, used)).toBe(Math.round(usd * 1e9));
});

test('names its source', () => {
  expect(configuredPrice(TEXT)(tokens(), 0)?.source).toBe('config');
  expect(configuredPrice(TEXT, 'config:ours')(tokens(), 0)?.source).toBe('config:ours');
});

const TIERED: PriceConfig = {
  ...TEXT,
  cached_input_per_million_usd: 0.5,
  tiers: [
    { above_input_tokens: 500_000, output_per_million_usd: 20 },
    { above_input_tokens: 200_000, input_per_million_usd: 4, output_per_million_usd: 10 },
  ],
};

test.each<[string, Partial<TokenUsage>, number]>([
  ['up to its bound the base is in force', { input: 200_000, output: 1_000 }, 0.4 + 0.008],
  ['above it, the tier for all of the request', { input: 200_001, output: 1_000 }, 0.800004 + 0.01],
  ['a higher tier keeps what it does not say from the lower', { input: 500_001, output: 1_000 }, 2.000004 + 0.02],
  ['what no tier says stays', { input: 300_000, cachedInput: 300_000 }, 0.15],
  ['what is cached counts for the size of the input', { input: 300_000, cachedInput: 299_000 }, 0.004 + 0.1495],
  ['what was left out follows the tier’s input', { input: 300_000, cacheWrite5m: 300_000 }, 1.2],
])('tiers: %s', (_what, used, usd) => {
  expect(cost(TIERED, used)).toBe(Math.round(usd * 1e9));
});

test('a batch discount is on all of the price, and only on batches', () => {
  const price = { ...TIERED, per_request_usd: 0.01, batch_discount: 0.35 };
  for (const used of [
    { input: 1_000, output: 100 },
    { input: 300_001, cachedInput: 7, output: 100 },
  ]) {
    const standard = cost(price, used) ?? NaN;
    expect(cost(price, used, false)).toBe(standard);
    expect(cost(price, used, true)).toBe(Math.round(standard * 0.65));
  }
  expect(cost({ ...TEXT, batch_discount: 1 }, { input: M }, true)).toBe(0);
  expect(cost(TEXT, { input: M }, true)).toBe(cost(TEXT, { input: M }));
});

test.each<[string, PriceConfig, Partial<TokenUsage>, boolean]>([
  ['output without a price for it', { input_per_million_usd: 1 }, { input: 5, output: 1 }, false],
  ['no output, so that its price does not matter', { input_per_million_usd: 1 }, { input: 5 }, true],
  ['input without a price for it', { output_per_million_usd: 1 }, { input: 5, output: 1 }, false],
  [
    'input of a kind that has a price, when plain input has none',
    { audio_input_per_million_usd: 1 },
    { input: 1, audioInput: 1 },
    false,
  ],
  ['tokens beside a price for images', { per_image_usd: 1 }, { input: 5, output: 1, images: 1 }, true],
  ['images without any price but for tokens', TEXT, { images: 1 }, false],
  ['seconds without any price but for tokens', TEXT, { audioSeconds: 0.5 }, false],
  ['seconds beside tokens that have a price', TEXT, { input: 5, audioSeconds: 0.5 }, true],
  [
    'a price that begins with its tier, below it',
    { tiers: [{ above_input_tokens: 10, input_per_million_usd: 1 }] },
    { input: 10 },
    false,
  ],
  [
    'a price that begins with its tier, above it',
    { tiers: [{ above_input_tokens: 10, input_per_million_usd: 1 }] },
    { input: 11 },
    true,
  ],
])('%s', (_what, price, used, priced) => {
  expect(cost(price, used) !== undefined).toBe(priced);
});

test('a price of 0 is a price', () => {
  expect(cost({ input_per_million_usd: 0, output_per_million_usd: 0 }, { input: 5, output: 5 })).toBe(0);
});

test.each<[string, PriceConfig, Partial<TokenUsage>, number]>([
  ['half a nano-dollar is rounded up', { input_per_million_usd: 0.0005 }, { input: 1 }, 1],
  ['less than half is not', { input_per_million_usd: 0.000499 }, { input: 1 }, 0],
  ['one just under a half of a large sum', { input_per_million_usd: 8.799999999499 }, { input: M }, 8_799_999_999],
  [
    'parts are added before they are rounded',
    { input_per_million_usd: 0.0004, output_per_million_usd: 0.0004 },
    { input: 1, output: 1 },
    1,
  ],
  ['a price of very many decimals', { input_per_million_usd: 0.08333333333333334 }, { input: 6 * M }, 500_000_000],
  ['a price near the largest', { input_per_million_usd: 999_999.999999 }, { input: 3 * M }, 2_999_999_999_997_000],
  ['a price near the smallest', { input_per_million_usd: 1e-15 }, { input: 9e15 }, 9_000],
])('%s', (_what, price, used, nanoUsd) => {
  expect(cost(price, used)).toBe(nanoUsd);
});
