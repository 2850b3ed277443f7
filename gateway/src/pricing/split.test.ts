import fc from 'fast-check';

import { tokens } from '../../../tests/support/usageEvent.js';
import type { TokenUsage } from '../usage/event.js';
import { KINDS, type Kind, split } from './split.js';

/** The amounts that are not 0, by name; each request is one. */
function amounts(counts: Partial<TokenUsage>): Partial<Record<Kind, number>> {
  const all = split(tokens({ input: 0, output: 0, ...counts }));
  return Object.fromEntries(
    KINDS.map((kind, index) => [kind, all[index] ?? NaN] as const).filter(
      ([kind, amount]) => amount !== 0 && kind !== 'request'
    )
  );
}

test.each<[string, Partial<TokenUsage>, Partial<Record<Kind, number>>]>([
  ['nothing', {}, {}],
  ['text', { input: 10, output: 5 }, { input: 10, output: 5 }],
  [
    'details are taken out of the whole',
    {
      input: 100,
      cachedInput: 10,
      cacheWrite5m: 20,
      cacheWrite1h: 30,
      audioInput: 4,
      imageInput: 5,
      output: 50,
      reasoning: 6,
      audioOutput: 7,
      imageOutput: 8,
    },
    {
      input: 31,
      cachedInput: 10,
      cacheWrite5m: 20,
      cacheWrite1h: 30,
      audioInput: 4,
      imageInput: 5,
      output: 29,
      reasoning: 6,
      audioOutput: 7,
      imageOutput: 8,
    },
  ],
  [
    'what is no token',
    { images: 2, characters: 300, audioSeconds: 4.5 },
    { image: 2, character: 300, audioSecond: 4.5 },
  ],
  ['more cached than there was', { input: 10, cachedInput: 20 }, { cachedInput: 10 }],
  ['more written than there was', { input: 10, cacheWrite5m: 20 }, { cacheWrite5m: 10 }],
  [
    'cached and written, more than there was',
    { input: 10, cachedInput: 4, cacheWrite1h: 5, cacheWrite5m: 5 },
    { cachedInput: 4, cacheWrite1h: 5, cacheWrite5m: 1 },
  ],
  [
    'audio that was cached, as the provider says',
    { input: 100, cachedInput: 30, audioInput: 50, cachedAudioInput: 20 },
    { input: 40, cachedInput: 10, cachedAudioInput: 20, audioInput: 30 },
  ],
  [
    'audio that must have been cached',
    { input: 100, cachedInput: 80, audioInput: 50 },
    { cachedInput: 50, cachedAudioInput: 30, audioInput: 20 },
  ],
  ['all of it cached audio', { input: 10, cachedInput: 10, audioInput: 10 }, { cachedAudioInput: 10 }],
  ['more audio than there was', { input: 10, audioInput: 20 }, { audioInput: 10 }],
  ['audio goes before images', { input: 10, audioInput: 8, imageInput: 8 }, { audioInput: 8, imageInput: 2 }],
  ['more reasoning than there was', { output: 10, reasoning: 20, audioOutput: 5 }, { reasoning: 10 }],
  ['reasoning goes before audio', { output: 10, reasoning: 8, audioOutput: 8 }, { reasoning: 8, audioOutput: 2 }],
  ['audio goes before images made', { output: 10, audioOutput: 8, imageOutput: 8 }, { audioOutput: 8, imageOutput: 2 }],
])('%s', (_what, counts, expected) => {
  expect(amounts(counts)).toEqual(expected);
});

test('whatever a provider reports, the amounts are none below 0 and add up to the whole', () => {
  const count = fc.nat(1_000);
  const reported = fc.record({
    input: count,
    cachedInput: count,
    cacheWrite5m: count,
    cacheWrite1h: count,
    audioInput: count,
    cachedAudioInput: count,
    imageInput: count,
    output: count,
    reasoning: count,
    audioOutput: count,
    imageOutput: count,
  });
  fc.assert(
    fc.property(reported, (counts) => {
      const all = split(tokens(counts));
      const sum = (from: Kind, to: Kind) =>
        all.slice(KINDS.indexOf(from), KINDS.indexOf(to) + 1).reduce((total, amount) => total + amount, 0);
      expect(Math.min(...all)).toBe(0);
      expect(sum('input', 'imageInput')).toBe(counts.input);
      expect(sum('output', 'imageOutput')).toBe(counts.output);
    }),
    { numRuns: 2_000 }
  );
});
