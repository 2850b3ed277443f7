import { answered, errorOf, events, streamed } from '../../../../tests/support/dialects.js';
import { findUsage } from '../openaiDialect/readUsage.js';
import { cohereDialect } from './dialect.js';

const dialect = cohereDialect({ provider: 'cohere', basePath: '', apiKey: 'co-secret' });

const USAGE = {
  billed_units: { input_tokens: 10, output_tokens: 7 },
  tokens: { input_tokens: 510, output_tokens: 9 },
  cached_tokens: 496,
};
const CALL = { id: 'weather_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } };

const answer = (message: object, finish_reason = 'COMPLETE') => ({
  id: 'c1',
  finish_reason,
  message: { role: 'assistant', ...message },
  usage: USAGE,
});

test('a whole answer is billed as Cohere bills it', () => {
  const content = [
    { type: 'thinking', thinking: 'Hm.' },
    { type: 'text', text: 'Hello' },
  ];
  const completion = answered(dialect, answer({ content }));
  expect(completion).toMatchObject({
    id: 'c1',
    object: 'chat.completion',
    model: 'asked',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Hello', reasoning_content: 'Hm.' },
        finish_reason: 'stop',
      },
    ],
  });
  expect(findUsage(completion)).toMatchObject({ input: 10, output: 7, cachedInput: 10 });
});

test('calls, and the plan behind them', () => {
  const { choices } = answered(dialect, answer({ tool_plan: 'I will ask.', tool_calls: [CALL] }, 'TOOL_CALL'));
  expect(choices).toMatchObject([
    {
      message: { content: null, reasoning_content: 'I will ask.', tool_calls: [CALL] },
      finish_reason: 'tool_calls',
    },
  ]);
});

test.each([
  ['STOP_SEQUENCE', 'stop'],
  ['MAX_TOKENS', 'length'],
])('it ended by %s, which is %s', (reason, expected) => {
  expect(answered(dialect, answer({ content: [] }, reason))['choices']).toMatchObject([{ finish_reason: expected }]);
});

test.each([
  ['ERROR', 502, 'upstream_error'],
  ['TIMEOUT', 504, 'timeout'],
])('an answer that ended by %s is an error', (reason, status, type) => {
  expect(() => answered(dialect, answer({}, reason))).toThrow(expect.objectContaining({ status, type }));
});

test('log probabilities', () => {
  const logprobs = [{ token_ids: [1, 2], text: 'Hé', logprobs: [-0.5, -0.25] }];
  expect(answered(dialect, { ...answer({ content: [] }), logprobs })['choices']).toMatchObject([
    { logprobs: { content: [{ token: 'Hé', logprob: -0.75, bytes: [72, 195, 169], top_logprobs: [] }] } },
  ]);
});

test.each(['{"message":', '[]', '{}', '<html>'])('what is no answer is an error: %s', (body) => {
  expect(() => answered(dialect, body)).toThrow(expect.objectContaining({ status: 502, type: 'invalid_response' }));
});

const delta = (type: string, message: object, index = 0) => ({ type, index, delta: { message } });
const START = { type: 'message-start', id: 'c1', delta: { message: { role: 'assistant', content: [] } } };
const end = (finish_reason: string, more: object = {}) => ({
  type: 'message-end',
  delta: { finish_reason, usage: USAGE, ...more },
});

test.each([Infinity, 1, 5])('a stream of thoughts and text, %d bytes at a time', (cutAt) => {
  const bytes = events([
    START,
    delta('content-start', { content: { type: 'thinking', thinking: '' } }),
    delta('content-delta', { content: { thinking: 'Hm.' } }),
    { type: 'content-end', index: 0 },
    delta('content-start', { content: { type: 'text', text: '' } }, 1),
    delta('content-delta', { content: { text: 'Hé' } }, 1),
    delta('content-delta', { content: { text: 'llo' } }, 1),
    { type: 'content-end', index: 1 },
    end('COMPLETE'),
  ]);
  const result = streamed(dialect, bytes, {}, cutAt);
  expect(result.deltas).toEqual([
    { role: 'assistant', reasoning_content: 'Hm.' },
    { content: 'Hé' },
    { content: 'llo' },
  ]);
  expect(result).toMatchObject({
    finishReasons: ['stop'],
    usage: { prompt_tokens: 10, completion_tokens: 7, total_tokens: 17 },
    done: true,
    unfinished: false,
  });
  expect(result.chunks[0]).toMatchObject({ id: 'c1', model: 'asked' });
});

test('a stream of parallel calls', () => {
  const call = (type: string, index: number, tool_calls: object) => delta(type, { tool_calls }, index);
  const { deltas, finishReasons } = streamed(
    dialect,
    events([
      START,
      delta('tool-plan-delta', { tool_plan: 'I will ask.' }),
      call('tool-call-start', 0, { id: 'a', type: 'function', function: { name: 'weather', arguments: '' } }),
      call('tool-call-delta', 0, { function: { arguments: '{"city":' } }),
      call('tool-call-delta', 0, { function: { arguments: '"Bern"}' } }),
      { type: 'tool-call-end', index: 0 },
      call('tool-call-start', 1, { id: 'b', type: 'function', function: { name: 'now', arguments: '{}' } }),
      end('TOOL_CALL'),
    ])
  );
  expect(deltas).toEqual([
    { role: 'assistant', reasoning_content: 'I will ask.' },
    { tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'weather', arguments: '' } }] },
    { tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] },
    { tool_calls: [{ index: 0, function: { arguments: '"Bern"}' } }] },
    { tool_calls: [{ index: 1, id: 'b', type: 'function', function: { name: 'now', arguments: '{}' } }] },
  ]);
  expect(finishReasons).toEqual(['tool_calls']);
});

test('a stream that broke off has no end, and one that failed is an error', () => {
  const text = delta('content-delta', { content: { text: 'Hel' } });
  expect(streamed(dialect, events([START, text])).done).toBe(false);
  expect(() => streamed(dialect, events([START, text, end('ERROR', { error: 'It broke.' })]))).toThrow('It broke.');
});

test.each([
  [400, 'invalid request: bad field', 'invalid_request_error', 400],
  [400, 'too many tokens: total number of tokens in the prompt exceeds the limit', 'context_window_exceeded', 400],
  [401, 'invalid api token', 'provider_authentication_error', 502],
  [404, 'model not found', 'not_found_error', 404],
  [429, 'You are using a trial key', 'rate_limit_error', 429],
  [498, 'blocked token', 'provider_authentication_error', 502],
  [503, 'overloaded', 'upstream_error', 503],
])('status %d %j is a %s', (status, message, type, told) => {
  expect(errorOf(dialect, status, { message, id: 'x' }, { 'retry-after': '3' })).toMatchObject({
    status: told,
    type,
    ...(type === 'provider_authentication_error' ? {} : { message, retryAfterSeconds: 3 }),
  });
});

test('a page of a proxy says at least who and what', () => {
  expect(errorOf(dialect, 502, '<html>')).toMatchObject({ message: 'The provider cohere answered with status 502.' });
});
