import { answered, errorOf } from '../../../../tests/support/dialects.js';
import { findUsage } from '../openaiDialect/readUsage.js';
import { bedrockDialect } from './dialect.js';

const dialect = bedrockDialect({
  provider: 'aws',
  host: 'localhost',
  basePath: '',
  region: 'us-east-1',
  credentials: { apiKey: 'k' },
});

const answer = (
  content: readonly object[],
  stopReason = 'end_turn',
  usage: object = { inputTokens: 3, outputTokens: 4 }
) => ({
  output: { message: { role: 'assistant', content } },
  stopReason,
  usage,
  metrics: { latencyMs: 100 },
});

test('a whole answer with thoughts, text and calls', () => {
  const { choices, model, object } = answered(
    dialect,
    answer(
      [
        { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } },
        { reasoningContent: { redactedContent: 'cmVk' } },
        { text: 'One moment.' },
        { toolUse: { toolUseId: 'a', name: 'weather', input: { city: 'Bern' } } },
        { toolUse: { toolUseId: 'b', name: 'now', input: {} } },
      ],
      'tool_use'
    )
  );
  expect({ model, object }).toEqual({ model: 'asked', object: 'chat.completion' });
  expect(choices).toEqual([
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'One moment.',
        refusal: null,
        reasoning_content: 'Hm.',
        thinking_blocks: [
          { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
          { type: 'redacted_thinking', data: 'cmVk' },
        ],
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } },
          { id: 'b', type: 'function', function: { name: 'now', arguments: '{}' } },
        ],
      },
      logprobs: null,
      finish_reason: 'tool_calls',
    },
  ]);
});

test('what was cached is counted with the input', () => {
  const usage = {
    inputTokens: 10,
    outputTokens: 5,
    totalTokens: 145,
    cacheReadInputTokens: 100,
    cacheWriteInputTokens: 30,
    cacheDetails: [
      { ttl: '1h', inputTokens: 20 },
      { ttl: '5m', inputTokens: 10 },
    ],
  };
  const completion = answered(dialect, answer([{ text: 'Hi' }], 'end_turn', usage));
  expect(completion['usage']).toMatchObject({ prompt_tokens: 140, completion_tokens: 5, total_tokens: 145 });
  expect(findUsage(completion)).toMatchObject({
    input: 140,
    cachedInput: 100,
    cacheWrite5m: 10,
    cacheWrite1h: 20,
    output: 5,
  });
});

test.each([
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['guardrail_intervened', 'content_filter'],
  ['content_filtered', 'content_filter'],
  ['model_context_window_exceeded', 'length'],
])('it ended by %s, which is %s', (reason, expected) => {
  expect(answered(dialect, answer([{ text: 'Hi' }], reason))['choices']).toMatchObject([{ finish_reason: expected }]);
});

test('an answer that the model spoilt is an error', () => {
  expect(() => answered(dialect, answer([], 'malformed_tool_use'))).toThrow(
    expect.objectContaining({ status: 502, type: 'upstream_error', code: 'malformed_tool_use' })
  );
});

test.each(['{"output":', '[]', '{}', '<html>'])('what is no answer is an error: %s', (body) => {
  expect(() => answered(dialect, body)).toThrow(expect.objectContaining({ status: 502, type: 'invalid_response' }));
});

test.each([
  [400, 'ValidationException', 'The model id is wrong.', 400, 'invalid_request_error'],
  [400, 'ValidationException', 'Input is too long for requested model.', 400, 'context_window_exceeded'],
  [400, 'ServiceQuotaExceededException', 'Over the quota.', 429, 'rate_limit_error'],
  [400, 'ExpiredTokenException', 'Expired.', 502, 'provider_authentication_error'],
  [403, 'AccessDeniedException', 'No access.', 502, 'provider_authentication_error'],
  [404, 'ResourceNotFoundException', 'No such model.', 404, 'not_found_error'],
  [408, 'ModelTimeoutException', 'Too late.', 408, 'timeout'],
  [429, 'ThrottlingException', 'Too many requests.', 429, 'rate_limit_error'],
  [500, 'InternalServerException', 'It broke.', 500, 'upstream_error'],
  [503, 'ServiceUnavailableException', 'Later.', 503, 'overloaded'],
])('status %d %s %j is %d %s', (status, name, message, told, type) => {
  const expected = {
    status: told,
    type,
    ...(type === 'provider_authentication_error' ? {} : { message, code: name }),
  };
  const header = { 'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/com.amazon.bedrock/` };
  expect(errorOf(dialect, status, { message }, header)).toMatchObject(expected);
  expect(errorOf(dialect, status, { __type: `com.amazon#${name}`, Message: message })).toMatchObject(expected);
});

test('a page of a proxy says at least who and what', () => {
  expect(errorOf(dialect, 502, '<html>')).toMatchObject({ message: 'The provider aws answered with status 502.' });
});
