import { readUsage } from './readUsage.js';

test('reads all that OpenAI reports', () => {
  const usage = {
    prompt_tokens: 100,
    completion_tokens: 40,
    total_tokens: 140,
    prompt_tokens_details: { cached_tokens: 60, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 25 },
  };
  expect(readUsage(usage)).toEqual({ input: 100, cachedInput: 60, output: 40, reasoning: 25, source: 'provider' });
});

test('details may be missing or null', () => {
  const plain = { input: 1, cachedInput: 0, output: 2, reasoning: 0, source: 'provider' };
  expect(readUsage({ prompt_tokens: 1, completion_tokens: 2 })).toEqual(plain);
  expect(
    readUsage({ prompt_tokens: 1, completion_tokens: 2, prompt_tokens_details: null, completion_tokens_details: null })
  ).toEqual(plain);
});

test('one of the two counts is enough', () => {
  expect(readUsage({ prompt_tokens: 5 })).toMatchObject({ input: 5, output: 0 });
  expect(readUsage({ completion_tokens: 5 })).toMatchObject({ input: 0, output: 5 });
});

test.each([[undefined], [null], [7], ['x'], [{}], [[]], [{ prompt_tokens: '5' }], [{ prompt_tokens: -1 }]])(
  '%j is no usage',
  (usage) => {
    expect(readUsage(usage)).toBeUndefined();
  }
);

test.each([-1, 1.5, NaN, Infinity, '60', null])('a detail of %p counts as none', (cached) => {
  const usage = { prompt_tokens: 5, completion_tokens: 5, prompt_tokens_details: { cached_tokens: cached } };
  expect(readUsage(usage)).toMatchObject({ input: 5, cachedInput: 0 });
});
