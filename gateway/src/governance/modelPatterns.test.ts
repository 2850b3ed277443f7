import fc from 'fast-check';

import { modelPatterns } from './modelPatterns.js';

test.each([
  [['gpt-4o'], 'gpt-4o', true],
  [['gpt-4o'], 'gpt-4o-mini', false],
  [['gpt-4o'], 'GPT-4o', false],
  [['gpt-*'], 'gpt-4o', true],
  [['gpt-*'], 'gpt-', true],
  [['gpt-*'], 'a-gpt-4o', false],
  [['*-mini'], 'gpt-4o-mini', true],
  [['*-mini'], 'gpt-4o-mini-2024', false],
  [['*'], 'anything/at all', true],
  [['a*b'], 'ab', true],
  [['aa*aa'], 'aaa', false],
  [['*4o*mini*'], 'gpt-4o-mini', true],
  [['*mini*4o*'], 'gpt-4o-mini', false],
  [['a.c'], 'abc', false],
  [['x', 'gpt-*'], 'gpt-4o', true],
  [['x', 'y'], 'z', false],
])('%j allow %s: %s', (patterns, model, expected) => {
  expect(modelPatterns(patterns).allows(model)).toBe(expected);
});

test('a pattern allows what a regular expression with .* in place of * would', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (pattern, model) => {
      const escaped = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
      expect(modelPatterns([pattern]).allows(model)).toBe(new RegExp(`^${escaped.join('.*')}$`).test(model));
    }),
    { numRuns: 2_000 }
  );
});

test('a pattern with many * is no way to keep the gateway busy', () => {
  const pattern = `${'a*'.repeat(50)}b`;
  expect(modelPatterns([pattern]).allows('a'.repeat(100_000))).toBe(false);
});
