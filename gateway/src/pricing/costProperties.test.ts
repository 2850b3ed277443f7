import fc from 'fast-check';

import { tokens } from '../../../tests/support/usageEvent.js';
import type { PriceConfig } from '../config/schema.js';
import type { TokenUsage } from '../usage/event.js';
import { configuredPrice } from './configuredPrice.js';

type Used = Partial<TokenUsage>;

/** Dollars of up to `decimals` decimals. */
const usd = (decimals: number) => fc.nat(50 * 10 ** decimals).map((digits) => Number(`${digits}e-${decimals}`));
const left = fc.oneof(fc.constant(undefined), usd(3), usd(6), usd(9));

const tokenPrices = {
  cached_input_per_million_usd: left,
  cached_audio_input_per_million_usd: left,
  cache_write_5m_per_million_usd: left,
  cache_write_1h_per_million_usd: left,
  audio_input_per_million_usd: left,
  image_input_per_million_usd: left,
  reasoning_per_million_usd: left,
  audio_output_per_million_usd: left,
  image_output_per_million_usd: left,
};

const flat: fc.Arbitrary<PriceConfig> = fc
  .record({
    input_per_million_usd: usd(6),
    output_per_million_usd: usd(6),
    per_image_usd: left,
    per_million_characters_usd: left,
    per_audio_second_usd: left,
    ...tokenPrices,
  })
  .map(withoutUndefined);

/** Every tier dearer in everything than the one below. */
const tiered = fc
  .tuple(flat, fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 3 }))
  .map(([price, bounds]): PriceConfig => {
    const perMillion = Object.entries(price).filter(([key]) => key.endsWith('_per_million_usd'));
    const tiers = bounds
      .toSorted((a, b) => a - b)
      .map((above_input_tokens, index) => ({
        above_input_tokens,
        ...Object.fromEntries(perMillion.map(([key, value]) => [key, (value as number) * (index + 2)])),
      }));
    return { ...price, tiers };
  });

/** Counts that fit together: no detail is more than its whole, and cached audio is in both. */
const used: fc.Arbitrary<Used> = fc
  .record({
    text: fc.nat(5_000),
    cachedText: fc.nat(5_000),
    cachedAudioInput: fc.nat(500),
    cacheWrite5m: fc.nat(500),
    cacheWrite1h: fc.nat(500),
    freshAudio: fc.nat(500),
    imageInput: fc.nat(500),
    answer: fc.nat(5_000),
    reasoning: fc.nat(500),
    audioOutput: fc.nat(500),
    imageOutput: fc.nat(500),
    images: fc.nat(5),
    characters: fc.nat(5_000),
    audioSeconds: fc.nat(5_000).map((hundredths) => hundredths / 100),
  })
  .map(({ text, cachedText, freshAudio, answer, ...rest }) => ({
    ...rest,
    input:
      text + cachedText + freshAudio + rest.cachedAudioInput + rest.cacheWrite5m + rest.cacheWrite1h + rest.imageInput,
    cachedInput: cachedText + rest.cachedAudioInput,
    audioInput: freshAudio + rest.cachedAudioInput,
    output: answer + rest.reasoning + rest.audioOutput + rest.imageOutput,
  }));

/** One more of each kind, and of what it is part of. */
const MORE: ReadonlyArray<ReadonlyArray<keyof Omit<TokenUsage, 'source'>>> = [
  ['input'],
  ['input', 'cachedInput'],
  ['input', 'cachedInput', 'audioInput', 'cachedAudioInput'],
  ['input', 'cacheWrite5m'],
  ['input', 'cacheWrite1h'],
  ['input', 'audioInput'],
  ['input', 'imageInput'],
  ['output'],
  ['output', 'reasoning'],
  ['output', 'audioOutput'],
  ['output', 'imageOutput'],
  ['images'],
  ['characters'],
  ['audioSeconds'],
];

function withoutUndefined(price: object): PriceConfig {
  return Object.fromEntries(Object.entries(price).filter(([, value]) => value !== undefined));
}

function cost(price: PriceConfig, counts: Used, batch = false): number {
  return configuredPrice(price)(tokens(counts), 0, batch)?.nanoUsd ?? NaN;
}

function plus(a: Used, b: Used): Used {
  const keys = Object.keys(a) as Array<keyof Omit<TokenUsage, 'source'>>;
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}

const RUNS = { numRuns: 500 };

test('is a whole number of nano-dollars, never below 0', () => {
  const anything = fc.record({
    input: fc.nat(),
    cachedInput: fc.nat(),
    cacheWrite5m: fc.nat(),
    cacheWrite1h: fc.nat(),
    audioInput: fc.nat(),
    cachedAudioInput: fc.nat(),
    imageInput: fc.nat(),
    output: fc.nat(),
    reasoning: fc.nat(),
    audioOutput: fc.nat(),
    imageOutput: fc.nat(),
    images: fc.nat(),
    characters: fc.nat(),
    audioSeconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
  });
  fc.assert(
    fc.property(tiered, anything, fc.boolean(), (price, counts, batch) => {
      const nanoUsd = cost({ ...price, batch_discount: 0.3 }, counts, batch);
      expect(Number.isInteger(nanoUsd)).toBe(true);
      expect(nanoUsd).toBeGreaterThanOrEqual(0);
    }),
    RUNS
  );
});

test('one more of anything never costs less', () => {
  fc.assert(
    fc.property(tiered, used, fc.constantFrom(...MORE), (price, counts, kinds) => {
      const more = { ...counts, ...Object.fromEntries(kinds.map((kind) => [kind, (counts[kind] ?? 0) + 1])) };
      expect(cost(price, more)).toBeGreaterThanOrEqual(cost(price, counts));
    }),
    RUNS
  );
});

test('without tiers, parts cost what the whole does, but for one rounding each', () => {
  fc.assert(
    fc.property(flat, fc.array(used, { minLength: 1, maxLength: 5 }), (price, parts) => {
      const sumOfParts = parts.reduce(plus);
      // Hundredths of seconds do not add up in floats.
      const whole = { ...sumOfParts, audioSeconds: Math.round((sumOfParts.audioSeconds ?? 0) * 100) / 100 };
      const sum = parts.reduce((total, part) => total + cost(price, part), 0);
      expect(Math.abs(sum - cost(price, whole))).toBeLessThanOrEqual(Math.ceil((parts.length + 1) / 2));
    }),
    RUNS
  );
});

test('a discount takes off its share', () => {
  fc.assert(
    fc.property(tiered, used, fc.integer({ min: 0, max: 100 }), (price, counts, percent) => {
      const discounted = cost({ ...price, batch_discount: percent / 100 }, counts, true);
      expect(Math.abs(discounted - (cost(price, counts) * (100 - percent)) / 100)).toBeLessThanOrEqual(1);
    }),
    RUNS
  );
});

test('agrees with whole numbers that never leave their exactness', () => {
  const price = fc.record({
    input_per_million_usd: usd(6),
    cached_input_per_million_usd: usd(6),
    output_per_million_usd: usd(6),
  });
  const counts = fc.record({ fresh: fc.nat(2 ** 40), cached: fc.nat(2 ** 40), output: fc.nat(2 ** 40) });
  fc.assert(
    fc.property(price, counts, (prices, { fresh, cached, output }) => {
      const pico = (amount: number, usdPerMillion: number) => BigInt(amount) * BigInt(Math.round(usdPerMillion * 1e6));
      const sum =
        pico(fresh, prices.input_per_million_usd) +
        pico(cached, prices.cached_input_per_million_usd) +
        pico(output, prices.output_per_million_usd);
      const exact = Number((sum + 500n) / 1000n);
      expect(cost(prices, { input: fresh + cached, cachedInput: cached, output })).toBe(exact);
    }),
    { numRuns: 5_000 }
  );
});
