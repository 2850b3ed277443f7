import { answered, errorOf } from '../../../../tests/support/dialects.js';
import { findUsage } from '../openaiDialect/readUsage.js';
import { geminiDialect } from './dialect.js';

const dialect = geminiDialect({ provider: 'google', basePath: '/v1beta', apiKey: 'AIza-secret' });

const answer = (candidate: object, more: object = {}) => ({
  responseId: 'r1',
  modelVersion: 'gemini-2.5-flash',
  candidates: [
    { content: { role: 'model', parts: [{ text: 'Hello' }] }, finishReason: 'STOP', index: 0, ...candidate },
  ],
  ...more,
});

test('a whole answer', () => {
  expect(answered(dialect, answer({}))).toEqual({
    id: 'r1',
    object: 'chat.completion',
    created: expect.any(Number),
    model: 'gemini-2.5-flash',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Hello', refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
  });
});

test('thoughts, text and parallel calls with their signatures', () => {
  const parts = [
    { text: 'Let me see.', thought: true },
    { text: 'One moment. ' },
    { functionCall: { name: 'weather', args: { city: 'Bern' } }, thoughtSignature: 'c2ln' },
    { functionCall: { name: 'now' } },
  ];
  const { choices } = answered(dialect, answer({ content: { parts } }));
  expect(choices).toMatchObject([
    {
      message: {
        content: 'One moment. ',
        reasoning_content: 'Let me see.',
        tool_calls: [
          {
            id: expect.stringMatching(/^call_[0-9a-f]{32}$/),
            type: 'function',
            function: { name: 'weather', arguments: '{"city":"Bern"}' },
            extra_content: { google: { thought_signature: 'c2ln' } },
          },
          { id: expect.any(String), type: 'function', function: { name: 'now', arguments: '{}' } },
        ],
      },
      finish_reason: 'tool_calls',
    },
  ]);
  const [first, second] = (choices as [{ message: { tool_calls: Array<{ id: string }> } }])[0].message.tool_calls;
  expect(first?.id).not.toBe(second?.id);
});

test('several candidates are several choices', () => {
  const candidates = ['a', 'b'].map((text, index) => ({ content: { parts: [{ text }] }, finishReason: 'STOP', index }));
  expect(answered(dialect, { candidates })['choices']).toMatchObject([
    { index: 0, message: { content: 'a' } },
    { index: 1, message: { content: 'b' } },
  ]);
});

test('usage counts thoughts as output, and says what was cached and heard', () => {
  const usageMetadata = {
    promptTokenCount: 100,
    cachedContentTokenCount: 40,
    candidatesTokenCount: 20,
    thoughtsTokenCount: 30,
    totalTokenCount: 150,
    promptTokensDetails: [
      { modality: 'TEXT', tokenCount: 70 },
      { modality: 'AUDIO', tokenCount: 30 },
    ],
    cacheTokensDetails: [{ modality: 'AUDIO', tokenCount: 10 }],
  };
  const completion = answered(dialect, answer({}, { usageMetadata }));
  expect(completion['usage']).toEqual({
    prompt_tokens: 100,
    completion_tokens: 50,
    total_tokens: 150,
    prompt_tokens_details: { cached_tokens: 40, audio_tokens: 30, cached_tokens_details: { audio_tokens: 10 } },
    completion_tokens_details: { reasoning_tokens: 30 },
  });
  expect(findUsage(completion)).toMatchObject({
    input: 100,
    cachedInput: 40,
    audioInput: 30,
    cachedAudioInput: 10,
    output: 50,
    reasoning: 30,
  });
});

test.each([
  ['MAX_TOKENS', 'length'],
  ['SAFETY', 'content_filter'],
  ['PROHIBITED_CONTENT', 'content_filter'],
  ['OTHER', 'stop'],
])('it ended by %s, which is %s', (finishReason, expected) => {
  expect(answered(dialect, answer({ finishReason }))['choices']).toMatchObject([{ finish_reason: expected }]);
});

test('a prompt that was blocked is a refusal', () => {
  expect(answered(dialect, { promptFeedback: { blockReason: 'SAFETY' } })['choices']).toMatchObject([
    {
      message: { content: null, refusal: 'The prompt was blocked by the provider (SAFETY).' },
      finish_reason: 'content_filter',
    },
  ]);
});

test('log probabilities, with those of tokens that were nearly chosen', () => {
  const chosen = { token: 'é', tokenId: 1, logProbability: -0.5 };
  const logprobsResult = {
    chosenCandidates: [chosen],
    topCandidates: [{ candidates: [chosen, { token: 'e', logProbability: -2 }] }],
  };
  const first = { token: 'é', logprob: -0.5, bytes: [195, 169] };
  expect(answered(dialect, answer({ logprobsResult }))['choices']).toMatchObject([
    { logprobs: { content: [{ ...first, top_logprobs: [first, { token: 'e', logprob: -2, bytes: [101] }] }] } },
  ]);
});

test.each([
  ['{"candidates":', 'is not JSON'],
  ['[]', 'no object'],
  ['{}', 'without any candidate'],
])('what is no answer is an error: %s', (body, message) => {
  expect(() => answered(dialect, body)).toThrow(expect.objectContaining({ status: 502, type: 'invalid_response' }));
  expect(() => answered(dialect, body)).toThrow(message);
});

test('an answer that the model spoilt is an error, never a clean end', () => {
  expect(() => answered(dialect, answer({ finishReason: 'MALFORMED_FUNCTION_CALL' }))).toThrow(
    expect.objectContaining({ status: 502, type: 'upstream_error', code: 'malformed_function_call' })
  );
});

const status = (code: number, name: string, message: string, details: object[] = []) => ({
  error: { code, status: name, message, details },
});

test('a rate limit says when to come back', () => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.07s' }];
  const error = errorOf(dialect, 429, status(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded.', details));
  expect(error).toMatchObject({
    status: 429,
    type: 'rate_limit_error',
    code: 'RESOURCE_EXHAUSTED',
    message: 'Quota exceeded.',
    retryAfterSeconds: 34.07,
  });
});

test('a key that is not valid is the gateway’s trouble, though Gemini says 400', () => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }];
  const error = errorOf(dialect, 400, status(400, 'INVALID_ARGUMENT', 'API key AIza-secret not valid.', details));
  expect(error).toMatchObject({ status: 502, type: 'provider_authentication_error' });
  expect(error.message).not.toContain('AIza');
});

test.each([
  [400, 'INVALID_ARGUMENT', 'Bad field.', 'invalid_request_error'],
  [
    400,
    'INVALID_ARGUMENT',
    'The input token count (2000000) exceeds the maximum number of tokens allowed (1048576).',
    'context_window_exceeded',
  ],
  [404, 'NOT_FOUND', 'models/x is not found.', 'not_found_error'],
  [500, 'INTERNAL', 'An internal error has occurred.', 'upstream_error'],
  [504, 'DEADLINE_EXCEEDED', 'Too late.', 'timeout'],
])('status %d %s %j is a %s', (code, name, message, type) => {
  expect(errorOf(dialect, code, status(code, name, message))).toMatchObject({
    status: code,
    code: name,
    message,
    type,
  });
  expect(errorOf(dialect, code, [status(code, name, message)])).toMatchObject({ status: code, code: name });
});

test('a page of a proxy says at least who and what', () => {
  expect(errorOf(dialect, 502, '<html>')).toMatchObject({ message: 'The provider google answered with status 502.' });
});
