import { integer, seededRandom } from '../../../tests/support/random.js';
import { tokens } from '../../../tests/support/usageEvent.js';
import { tokenCost } from './tokenCost.js';

/** The same in whole numbers; prices are given in millionths of a dollar per million tokens. */
function exactNanoUsd(counts: readonly number[], micros: readonly number[]): bigint {
  const pico = counts.reduce((sum, count, index) => sum + BigInt(count) * BigInt(micros[index] ?? 0), 0n);
  return (pico + 500n) / 1000n;
}

test('is exact for every price of up to six decimals', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 20_000; round++) {
    const micros = [0, 1, 2].map(() => integer(random, 0, 200_000_000));
    const [input = 0, cachedInput = 0, output = 0] = micros.map((micro) => micro / 1e6);
    const cached = integer(random, 0, 200_000);
    const fresh = integer(random, 0, 2_000_000);
    const generated = integer(random, 0, 200_000);
    const cost = tokenCost(tokens({ input: fresh + cached, cachedInput: cached, output: generated }), {
      input,
      cachedInput,
      output,
    });
    expect(BigInt(cost)).toBe(exactNanoUsd([fresh, cached, generated], micros));
  }
});

test.each([
  ['nothing', { input: 0, output: 0 }, 0],
  ['one input token at $2.50', { input: 1, output: 0 }, 2_500],
  ['cached tokens at their own price', { input: 1000, cachedInput: 1000, output: 0 }, 1_250_000],
  ['reasoning tokens as part of the output, once', { input: 0, output: 100, reasoning: 100 }, 1_000_000],
  ['more cached than there were, as all of them', { input: 10, cachedInput: 20, output: 0 }, 12_500],
])('%s', (_what, counts, nanoUsd) => {
  expect(tokenCost(tokens(counts), { input: 2.5, cachedInput: 1.25, output: 10 })).toBe(nanoUsd);
});
