import { calcPrice, waitForUpdate } from '@pydantic/genai-prices';

import { tokens } from '../../../tests/support/usageEvent.js';
import type { TokenUsage } from '../usage/event.js';
import { listedPrice } from './listedPrice.js';

const AT = Date.UTC(2026, 10, 2);

function cost(list: string, model: string, used: Partial<TokenUsage>, at = AT): number | undefined {
  return listedPrice(list, model)(tokens({ input: 0, output: 0, ...used }), at)?.nanoUsd;
}

test('gpt-4o costs what OpenAI asks for it', () => {
  const price = listedPrice('openai', 'gpt-4o');
  expect(price(tokens({ input: 1_000_000, output: 1_000_000 }), AT)).toEqual({
    nanoUsd: 12.5e9,
    source: expect.stringMatching(/^genai-prices@\d+\.\d+\.\d+$/),
  });
});

test('cached input is cheaper where the list says so', () => {
  expect(cost('openai', 'gpt-4o', { input: 1_000_000, cachedInput: 1_000_000 })).toBe(1.25e9);
});

test('a dated version has its model’s price', () => {
  const used = { input: 1_000, output: 1_000 };
  expect(cost('openai', 'gpt-4o-2024-11-20', used)).toBe(cost('openai', 'gpt-4o', used));
});

test('a price that rises with the size of the context applies to all of a large request', () => {
  const perToken = (input: number) => (cost('anthropic', 'claude-sonnet-4-5', { input }) ?? NaN) / input;
  expect(perToken(100_000)).toBe(3_000);
  expect(perToken(200_000)).toBe(3_000);
  expect(perToken(200_001)).toBe(6_000);
});

test('Anthropic’s cache writes have their own prices', () => {
  const written = (used: Partial<TokenUsage>) => cost('anthropic', 'claude-sonnet-4-5', { input: 1_000, ...used });
  expect(written({ cacheWrite5m: 1_000 })).toBe(3_750_000);
  expect(written({ cacheWrite1h: 1_000 })).toBe(6_000_000);
});

test('Perplexity’s requests cost something by themselves', () => {
  expect(cost('perplexity', 'sonar', {})).toBeGreaterThan(0);
});

test('audio by the hour is billed as Groq does: ten seconds at least', () => {
  const hour = cost('groq', 'whisper-large-v3', { audioSeconds: 3_600 }) ?? NaN;
  expect(hour).toBeGreaterThan(0);
  expect(cost('groq', 'whisper-large-v3', { audioSeconds: 36.5 })).toBe(Math.round((hour * 36.5) / 3_600));
  expect(cost('groq', 'whisper-large-v3', { audioSeconds: 3 })).toBe(Math.round((hour * 10) / 3_600));
  expect(cost('groq', 'whisper-large-v3', { input: 5 })).toBeUndefined();
});

test.each([
  ['openai', 'no-such-model'],
  ['no-such-provider', 'gpt-4o'],
])('%s has no price for %s: unknown, not 0', (list, model) => {
  expect(cost(list, model, { input: 1, output: 1 })).toBeUndefined();
});

test('a model whose entry in the list is empty is unpriced', () => {
  expect(cost('openrouter', 'meta-llama/llama-3.3-70b-instruct:free', { input: 1, output: 1 })).toBeUndefined();
});

test('output of a model that the list has no output price for is unpriced', () => {
  expect(cost('openai', 'text-embedding-3-small', { input: 1_000 })).toBe(20_000);
  expect(cost('openai', 'text-embedding-3-small', { input: 1_000, output: 1 })).toBeUndefined();
});

test('a price is that of the request’s time of day, in whatever order requests end', () => {
  const price = listedPrice('deepseek', 'deepseek-chat');
  const at = (hour: number, minute: number) =>
    price(tokens({ input: 1_000_000, output: 0 }), Date.UTC(2026, 10, 2, hour, minute))?.nanoUsd;
  const [night, day] = [at(0, 29), at(0, 30)];
  expect(day).toBe((night ?? NaN) * 2);
  expect([at(16, 29), at(16, 30), at(0, 29), at(16, 29)]).toEqual([day, night, night, day]);
});

test('a price is that of the request’s date', () => {
  const price = listedPrice('deepseek', 'deepseek-v4-flash');
  const on = (month: number, day: number) =>
    price(tokens({ input: 1_000_000, output: 0 }), Date.UTC(2026, month, day, 20))?.nanoUsd;
  expect([on(7, 16), on(7, 17), on(7, 16)]).toEqual([140_000_000, 220_000_000, 140_000_000]);
});

const USES: ReadonlyArray<Partial<TokenUsage>> = [
  { input: 1_234, output: 567 },
  { input: 12_345, cachedInput: 6_789, output: 1 },
  { input: 54_321, cachedInput: 10_001, cacheWrite5m: 20_002, cacheWrite1h: 3_003, output: 777 },
  { input: 9_999, audioInput: 1_111, output: 3_333, audioOutput: 2_222 },
  { input: 9_999, cachedInput: 5_000, audioInput: 1_111, cachedAudioInput: 555, imageInput: 77, output: 9 },
  { input: 50, output: 9_000, reasoning: 8_001, imageOutput: 11 },
  ...[128_000, 128_001, 199_999, 200_000, 200_001, 271_999, 272_000, 272_001, 512_000, 512_001, 999_999].map(
    (input) => ({ input, cachedInput: 77_777, cacheWrite5m: 1_111, cacheWrite1h: 2_222, output: 4_321, reasoning: 99 })
  ),
];

/** As the list's own calculation has it; what we do not know is told as none. */
function asListed(used: Partial<TokenUsage>) {
  return {
    input_tokens: used.input ?? 0,
    cache_read_tokens: used.cachedInput ?? 0,
    cache_write_tokens: (used.cacheWrite5m ?? 0) + (used.cacheWrite1h ?? 0),
    cache_write_5m_tokens: used.cacheWrite5m ?? 0,
    cache_write_1h_tokens: used.cacheWrite1h ?? 0,
    input_audio_tokens: used.audioInput ?? 0,
    cache_audio_read_tokens: used.cachedAudioInput ?? 0,
    cache_audio_write_tokens: 0,
    input_image_tokens: used.imageInput ?? 0,
    cache_image_read_tokens: 0,
    cache_image_write_tokens: 0,
    input_video_tokens: 0,
    output_tokens: used.output ?? 0,
    output_reasoning_tokens: used.reasoning ?? 0,
    output_audio_tokens: used.audioOutput ?? 0,
    output_audio_reasoning_tokens: 0,
    output_image_tokens: used.imageOutput ?? 0,
    output_image_reasoning_tokens: 0,
    output_video_tokens: 0,
    output_citation_tokens: 0,
  };
}

test('every model of the list costs what the list’s own calculation says, to the nano-dollar', async () => {
  const providers = (await waitForUpdate()) ?? [];
  const wrong: string[] = [];
  let compared = 0;
  for (const { id: list, models } of providers) {
    for (const { id: model } of models) {
      const price = listedPrice(list, model);
      for (const at of [AT, Date.UTC(2026, 5, 1, 2), Date.UTC(2025, 2, 1, 12)]) {
        for (const used of USES) {
          const ours = price(tokens({ input: 0, output: 0, ...used }), at)?.nanoUsd;
          const theirs = calcPrice(asListed(used), model, { providerId: list, timestamp: new Date(at) });
          const { input_mtok: input, output_mtok: output } = theirs?.model_price ?? {};
          if (theirs === null || input === undefined || output === undefined) {
            continue;
          }
          compared++;
          const nanoUsd = theirs.total_price * 1e9;
          // Half a nano-dollar is what rounding takes; the rest is the list's floats.
          if (ours === undefined || !(Math.abs(ours - nanoUsd) <= 0.5 + nanoUsd * 1e-12)) {
            wrong.push(`${list}/${model} ${JSON.stringify(used)}: ${ours} is not ${nanoUsd}`);
          }
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(50_000);
});
