import { tokens } from '../../../tests/support/usageEvent.js';
import { listedPrice } from './listedPrice.js';

const AT = Date.UTC(2026, 10, 2);

test('gpt-4o costs what OpenAI asks for it', () => {
  const price = listedPrice('openai', 'gpt-4o');
  const cost = price(tokens({ input: 1_000_000, cachedInput: 0, output: 1_000_000 }), AT);
  expect(cost).toEqual({ nanoUsd: 12.5e9, source: expect.stringMatching(/^genai-prices@\d+\.\d+\.\d+$/) });
});

test('cached input is cheaper where the list says so', () => {
  const cost = listedPrice('openai', 'gpt-4o')(tokens({ input: 1_000_000, cachedInput: 1_000_000, output: 0 }), AT);
  expect(cost?.nanoUsd).toBe(1.25e9);
});

test('a dated version has its model’s price', () => {
  const used = tokens({ input: 1_000, output: 1_000 });
  expect(listedPrice('openai', 'gpt-4o-2024-11-20')(used, AT)).toEqual(listedPrice('openai', 'gpt-4o')(used, AT));
});

test('a price that rises with the size of the context applies to all of a large request', () => {
  const price = listedPrice('anthropic', 'claude-sonnet-4-5');
  const perToken = (input: number) => (price(tokens({ input, output: 0 }), AT)?.nanoUsd ?? NaN) / input;
  expect(perToken(100_000)).toBe(3_000);
  expect(perToken(400_000)).toBeGreaterThan(perToken(100_000));
  expect(Number.isInteger(price(tokens({ input: 123_457, cachedInput: 3, output: 7 }), AT)?.nanoUsd)).toBe(true);
});

test.each([
  ['openai', 'no-such-model'],
  ['no-such-provider', 'gpt-4o'],
])('%s has no price for %s: unknown, not 0', (provider, model) => {
  expect(listedPrice(provider, model)(tokens(), AT)).toBeUndefined();
});

test('is looked up by the time of the request, not once and for ever', () => {
  const price = listedPrice('openai', 'gpt-4o');
  const first = price(tokens(), AT);
  price(tokens(), Date.UTC(2030, 0, 1));
  expect(price(tokens(), AT)).toEqual(first);
});
