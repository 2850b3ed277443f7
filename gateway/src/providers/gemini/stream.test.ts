import { events, streamed } from '../../../../tests/support/dialects.js';
import { geminiDialect } from './dialect.js';

const dialect = geminiDialect({ provider: 'google', basePath: '/v1beta', apiKey: undefined });

const part = (parts: readonly object[], more: object = {}, index = 0) => ({
  responseId: 'r1',
  modelVersion: 'gemini-2.5-flash',
  candidates: [{ content: { role: 'model', parts }, index, ...more }],
  usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 1, totalTokenCount: 6 },
});

const last = (more: object = {}) => ({
  ...part([{ text: ' world' }], { finishReason: 'STOP', ...more }),
  usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 2, thoughtsTokenCount: 3, totalTokenCount: 10 },
});

test.each([Infinity, 1, 7])('thoughts and text, %d bytes at a time', (cutAt) => {
  const bytes = events([part([{ text: 'Hm.', thought: true }]), part([{ text: 'Hellö' }]), last()]);
  const { chunks, deltas, finishReasons, usage, done, unfinished } = streamed(dialect, bytes, {}, cutAt);
  expect(deltas).toEqual([
    { role: 'assistant', reasoning_content: 'Hm.' },
    { content: 'Hellö' },
    { content: ' world' },
  ]);
  expect(chunks[0]).toMatchObject({ id: 'r1', object: 'chat.completion.chunk', model: 'gemini-2.5-flash' });
  expect(finishReasons).toEqual(['stop']);
  expect(usage).toMatchObject({ prompt_tokens: 5, completion_tokens: 5, total_tokens: 10 });
  expect(chunks.at(-1)?.['choices']).toEqual([]);
  expect({ done, unfinished }).toEqual({ done: true, unfinished: false });
});

test('parallel calls are numbered over all events', () => {
  const bytes = events([
    part([{ functionCall: { name: 'a', args: { x: 1 } }, thoughtSignature: 'c2ln' }]),
    part([{ functionCall: { name: 'b', args: {} } }], { finishReason: 'STOP' }),
  ]);
  const { deltas, finishReasons } = streamed(dialect, bytes);
  expect(deltas.map((delta) => delta['tool_calls'])).toMatchObject([
    [
      {
        index: 0,
        type: 'function',
        function: { name: 'a', arguments: '{"x":1}' },
        extra_content: { google: { thought_signature: 'c2ln' } },
      },
    ],
    [{ index: 1, function: { name: 'b', arguments: '{}' } }],
  ]);
  expect(finishReasons).toEqual(['tool_calls']);
});

test('of several candidates, the stream ends with the last', () => {
  const first = part([{ text: 'a' }], { finishReason: 'STOP' });
  expect(streamed(dialect, events([first]), { n: 2 }).done).toBe(false);
  const both = streamed(dialect, events([first, part([{ text: 'b' }], { finishReason: 'MAX_TOKENS' }, 1)]), { n: 2 });
  expect(both.finishReasons).toEqual(['stop', 'length']);
  expect(both.done).toBe(true);
});

test('a blocked prompt is a refusal', () => {
  const { deltas, finishReasons, done } = streamed(dialect, events([{ promptFeedback: { blockReason: 'OTHER' } }]));
  expect(deltas).toEqual([{ role: 'assistant', refusal: 'The prompt was blocked by the provider (OTHER).' }]);
  expect(finishReasons).toEqual(['content_filter']);
  expect(done).toBe(true);
});

test('a stream that broke off has no end', () => {
  const cut = streamed(dialect, events([part([{ text: 'Hel' }])]).subarray(0, -3));
  expect(cut).toMatchObject({ done: false, unfinished: true });
  expect(streamed(dialect, events([part([{ text: 'Hel' }])]))).toMatchObject({ done: false, unfinished: false });
});

test.each([
  [
    { error: { code: 503, status: 'UNAVAILABLE', message: 'Overloaded.' } },
    { code: 'UNAVAILABLE', message: 'Overloaded.' },
  ],
  [last({ finishReason: 'UNEXPECTED_TOOL_CALL' }), { code: 'unexpected_tool_call' }],
])('an error in the stream is one: %j', (event, expected) => {
  expect(() => streamed(dialect, events([part([{ text: 'Hel' }]), event]))).toThrow(
    expect.objectContaining({ status: 502, type: 'upstream_error', ...expected })
  );
});

test('what is no event of Gemini’s is an invalid answer', () => {
  expect(() => streamed(dialect, Buffer.from('data: {"a":\n\n'))).toThrow(
    expect.objectContaining({ status: 502, type: 'invalid_response' })
  );
});
