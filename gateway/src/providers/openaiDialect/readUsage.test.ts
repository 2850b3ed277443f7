import { findUsage, readUsage } from './readUsage.js';

/** What is told besides the two counts; the rest is 0 or left out. */
function used(input: number, output: number, more: object = {}) {
  return { input, cachedInput: 0, output, reasoning: 0, source: 'provider', ...more };
}

test.each([
  ['no details', { prompt_tokens: 1, completion_tokens: 2 }, used(1, 2)],
  [
    'details that are null',
    { prompt_tokens: 1, completion_tokens: 2, prompt_tokens_details: null, completion_tokens_details: null },
    used(1, 2),
  ],
  [
    'OpenAI: cached, reasoning',
    {
      prompt_tokens: 100,
      completion_tokens: 40,
      total_tokens: 140,
      prompt_tokens_details: { cached_tokens: 60, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 25, audio_tokens: 0 },
    },
    used(100, 40, { cachedInput: 60, reasoning: 25 }),
  ],
  [
    'OpenAI: audio',
    {
      prompt_tokens: 100,
      completion_tokens: 40,
      total_tokens: 140,
      prompt_tokens_details: { audio_tokens: 70, cached_tokens: 30, cached_tokens_details: { audio_tokens: 20 } },
      completion_tokens_details: { audio_tokens: 33 },
    },
    used(100, 40, { cachedInput: 30, audioInput: 70, cachedAudioInput: 20, audioOutput: 33 }),
  ],
  [
    'OpenAI: predictions, which are part of the completion whether accepted or not',
    {
      prompt_tokens: 10,
      completion_tokens: 40,
      total_tokens: 50,
      completion_tokens_details: { accepted_prediction_tokens: 20, rejected_prediction_tokens: 15 },
    },
    used(10, 40),
  ],
  [
    'Responses API',
    {
      input_tokens: 125,
      input_tokens_details: { cached_tokens: 98 },
      output_tokens: 48,
      output_tokens_details: { reasoning_tokens: 7 },
      total_tokens: 173,
    },
    used(125, 48, { cachedInput: 98, reasoning: 7 }),
  ],
  [
    'transcriptions by the token',
    {
      type: 'tokens',
      input_tokens: 14,
      input_token_details: { text_tokens: 4, audio_tokens: 10 },
      output_tokens: 3,
      total_tokens: 17,
    },
    used(14, 3, { audioInput: 10 }),
  ],
  ['transcriptions by the second', { type: 'duration', seconds: 8.5 }, used(0, 0, { audioSeconds: 8.5 })],
  [
    'images',
    {
      prompt_tokens: 300,
      completion_tokens: 1310,
      prompt_tokens_details: { image_tokens: 258 },
      completion_tokens_details: { image_tokens: 1290 },
    },
    used(300, 1310, { imageInput: 258, imageOutput: 1290 }),
  ],
  [
    'OpenRouter: cache writes',
    {
      prompt_tokens: 194,
      completion_tokens: 2,
      total_tokens: 196,
      prompt_tokens_details: { cached_tokens: 50, cache_write_tokens: 100, audio_tokens: 0 },
    },
    used(194, 2, { cachedInput: 50, cacheWrite5m: 100 }),
  ],
  [
    'LiteLLM before Anthropic',
    {
      prompt_tokens: 3000,
      completion_tokens: 5,
      total_tokens: 3005,
      prompt_tokens_details: {
        cached_tokens: 1000,
        cache_creation_tokens: 1500,
        cache_creation_token_details: { ephemeral_5m_input_tokens: 500, ephemeral_1h_input_tokens: 1000 },
      },
      cache_creation_input_tokens: 1500,
      cache_read_input_tokens: 1000,
    },
    used(3000, 5, { cachedInput: 1000, cacheWrite5m: 500, cacheWrite1h: 1000 }),
  ],
  [
    'Anthropic: input without what was cached',
    {
      input_tokens: 50,
      cache_creation_input_tokens: 248,
      cache_read_input_tokens: 1800,
      cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
      output_tokens: 503,
      output_tokens_details: { thinking_tokens: 400 },
    },
    used(2098, 503, { cachedInput: 1800, cacheWrite5m: 148, cacheWrite1h: 100, reasoning: 400 }),
  ],
  [
    'a prompt without what was cached, by the total',
    { prompt_tokens: 500, completion_tokens: 10, total_tokens: 810, cache_read_input_tokens: 300 },
    used(800, 10, { cachedInput: 300 }),
  ],
  [
    'a prompt without what was cached, as it is less',
    { prompt_tokens: 5, completion_tokens: 10, cache_read_input_tokens: 300, cache_creation_input_tokens: 20 },
    used(325, 10, { cachedInput: 300, cacheWrite5m: 20 }),
  ],
  [
    'DeepSeek',
    {
      prompt_tokens: 16,
      completion_tokens: 10,
      total_tokens: 26,
      prompt_cache_hit_tokens: 12,
      prompt_cache_miss_tokens: 4,
    },
    used(16, 10, { cachedInput: 12 }),
  ],
  [
    'Moonshot',
    { prompt_tokens: 19, completion_tokens: 21, total_tokens: 40, cached_tokens: 10 },
    used(19, 21, { cachedInput: 10 }),
  ],
  [
    'xAI: reasoning beside the completion',
    {
      prompt_tokens: 10120,
      completion_tokens: 1499,
      total_tokens: 14428,
      prompt_tokens_details: { cached_tokens: 128 },
      completion_tokens_details: { reasoning_tokens: 2809 },
    },
    used(10120, 4308, { cachedInput: 128, reasoning: 2809 }),
  ],
  [
    'Gemini: thoughts in the total only',
    { prompt_tokens: 20, completion_tokens: 198, total_tokens: 623 },
    used(20, 603, { reasoning: 405 }),
  ],
  [
    'what was cached and reasoning, both apart',
    {
      prompt_tokens: 100,
      completion_tokens: 10,
      total_tokens: 170,
      prompt_tokens_details: { cached_tokens: 40 },
      completion_tokens_details: { reasoning_tokens: 20 },
    },
    used(140, 30, { cachedInput: 40, reasoning: 20 }),
  ],
  [
    'more reasoning than there was output, and no total',
    { prompt_tokens: 10, completion_tokens: 1, completion_tokens_details: { reasoning_tokens: 386 } },
    used(10, 387, { reasoning: 386 }),
  ],
  [
    'a total that is right, whatever the details say',
    {
      prompt_tokens: 10,
      completion_tokens: 5,
      total_tokens: 15,
      prompt_tokens_details: { cached_tokens: 12 },
      completion_tokens_details: { reasoning_tokens: 9 },
    },
    used(10, 5, { cachedInput: 12, reasoning: 9 }),
  ],
  ['a total that is too small', { prompt_tokens: 10, completion_tokens: 5, total_tokens: 3 }, used(10, 5)],
  ['only a prompt', { prompt_tokens: 5 }, used(5, 0)],
  ['only a completion', { completion_tokens: 5 }, used(0, 5)],
])('%s', (_what, usage, expected) => {
  expect(readUsage(usage)).toEqual(expected);
});

test.each([
  [undefined],
  [null],
  [7],
  ['x'],
  [{}],
  [[]],
  [{ prompt_tokens: '5' }],
  [{ prompt_tokens: -1 }],
  [{ type: 'duration', seconds: NaN }],
  [{ type: 'duration' }],
  [{ seconds: 5 }],
])('%j is no usage', (usage) => {
  expect(readUsage(usage)).toBeUndefined();
});

test.each([-1, 1.5, NaN, Infinity, '60', null])('a detail of %p counts as none', (cached) => {
  const usage = { prompt_tokens: 5, completion_tokens: 5, prompt_tokens_details: { cached_tokens: cached } };
  expect(readUsage(usage)).toMatchObject({ input: 5, cachedInput: 0 });
});

test.each([
  ['an answer', { usage: { prompt_tokens: 1, completion_tokens: 2 } }],
  ['Groq’s last event', { choices: [], x_groq: { id: 'req_1', usage: { prompt_tokens: 1, completion_tokens: 2 } } }],
  ['the last event of the Responses API', { response: { usage: { input_tokens: 1, output_tokens: 2 } } }],
])('is found in %s', (_where, answer) => {
  expect(findUsage(answer)).toEqual(used(1, 2));
});

test.each([[undefined], [null], ['x'], [{}], [{ usage: null }], [{ x_groq: {}, response: null }]])(
  '%j has none',
  (answer) => {
    expect(findUsage(answer)).toBeUndefined();
  }
);
