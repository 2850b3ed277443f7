import { countPromptTokens, countTokens } from '../usage/estimate.js';
import { type SimulatedRequest, complete } from './completion.js';

const settings = { output_tokens: 60 };
const request: SimulatedRequest = { model: 'small', messages: [{ role: 'user', content: 'hello' }] };
const text = (asked: SimulatedRequest) => complete(asked, settings).tokens.join('');

test('the same question gets the same answer, another one another', () => {
  expect(text(request)).toBe(text({ ...request }));
  expect(text({ ...request, messages: [{ role: 'user', content: 'hello!' }] })).not.toBe(text(request));
  expect(text({ ...request, model: 'large' })).not.toBe(text(request));
});

test('reports the tokens there are', () => {
  const { tokens, usage, finishReason } = complete(request, settings);
  expect(tokens).toHaveLength(60);
  expect(Math.abs(countTokens(tokens.join('')) - 60)).toBeLessThanOrEqual(2);
  const prompt = countPromptTokens(request.messages);
  expect(usage).toEqual({ prompt_tokens: prompt, completion_tokens: 60, total_tokens: prompt + 60 });
  expect(finishReason).toBe('stop');
});

test.each([
  [{ max_tokens: 10 }, 10, 'length'],
  [{ max_completion_tokens: 10, max_tokens: 20 }, 10, 'length'],
  [{ max_tokens: 60 }, 60, 'stop'],
  [{ max_tokens: 1_000 }, 60, 'stop'],
  [{ max_tokens: null }, 60, 'stop'],
])('%j asks for %d tokens and ends with %s', (limit, length, finishReason) => {
  const completion = complete({ ...request, ...limit }, settings);
  expect(completion.tokens).toHaveLength(length);
  expect(completion.usage.completion_tokens).toBe(length);
  expect(completion.finishReason).toBe(finishReason);
});
