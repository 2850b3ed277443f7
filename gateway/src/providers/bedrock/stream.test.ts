import { EventStreamCodec } from '@smithy/core/event-streams';

import { streamed } from '../../../../tests/support/dialects.js';
import { bedrockDialect } from './dialect.js';

const dialect = bedrockDialect({
  provider: 'aws',
  host: 'localhost',
  basePath: '',
  region: 'us-east-1',
  credentials: { apiKey: 'k' },
});

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString(),
  (text) => Buffer.from(text)
);

function message(kind: 'event' | 'exception', type: string, body: object): Buffer {
  const value = (text: string) => ({ type: 'string', value: text }) as const;
  const headers = {
    ':message-type': value(kind),
    [`:${kind}-type`]: value(type),
    ':content-type': value('application/json'),
  };
  return Buffer.from(codec.encode({ headers, body: Buffer.from(JSON.stringify(body)) }));
}

const event = (type: string, body: object) => message('event', type, body);
const delta = (contentBlockIndex: number, piece: object) =>
  event('contentBlockDelta', { contentBlockIndex, delta: piece });
const START = event('messageStart', { role: 'assistant' });
const end = (stopReason: string) => [
  event('messageStop', { stopReason }),
  event('metadata', { usage: { inputTokens: 3, outputTokens: 4, totalTokens: 7 }, metrics: { latencyMs: 9 } }),
];

test.each([Infinity, 1, 13])('thoughts and text, %d bytes at a time', (cutAt) => {
  const bytes = Buffer.concat([
    START,
    delta(0, { reasoningContent: { text: 'Hm.' } }),
    delta(0, { reasoningContent: { signature: 'c2ln' } }),
    event('contentBlockStop', { contentBlockIndex: 0 }),
    delta(1, { text: 'Hé' }),
    delta(1, { text: 'llo' }),
    event('contentBlockStop', { contentBlockIndex: 1 }),
    ...end('end_turn'),
  ]);
  const result = streamed(dialect, bytes, {}, cutAt);
  expect(result.deltas).toEqual([
    { role: 'assistant', reasoning_content: 'Hm.', thinking_blocks: [{ type: 'thinking', thinking: 'Hm.' }] },
    { thinking_blocks: [{ type: 'thinking', thinking: '', signature: 'c2ln' }] },
    { content: 'Hé' },
    { content: 'llo' },
  ]);
  expect(result).toMatchObject({
    finishReasons: ['stop'],
    usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
    done: true,
    unfinished: false,
  });
});

test('parallel calls, one of them without arguments', () => {
  const start = (contentBlockIndex: number, toolUseId: string, name: string) =>
    event('contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId, name } } });
  const { deltas, finishReasons } = streamed(
    dialect,
    Buffer.concat([
      START,
      delta(0, { text: 'One moment.' }),
      start(1, 'a', 'weather'),
      delta(1, { toolUse: { input: '{"city":' } }),
      delta(1, { toolUse: { input: '"Bern"}' } }),
      event('contentBlockStop', { contentBlockIndex: 1 }),
      start(2, 'b', 'now'),
      event('contentBlockStop', { contentBlockIndex: 2 }),
      ...end('tool_use'),
    ])
  );
  const call = (index: number, id: string, name: string) => ({
    tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }],
  });
  const piece = (index: number, given: string) => ({ tool_calls: [{ index, function: { arguments: given } }] });
  expect(deltas.slice(1)).toEqual([
    call(0, 'a', 'weather'),
    piece(0, '{"city":'),
    piece(0, '"Bern"}'),
    call(1, 'b', 'now'),
    piece(1, '{}'),
  ]);
  expect(finishReasons).toEqual(['tool_calls']);
});

test.each([
  ['throttlingException', 429, 'rate_limit_error'],
  ['modelStreamErrorException', 502, 'upstream_error'],
  ['serviceUnavailableException', 503, 'overloaded'],
])('%s in the stream is a %d', (type, status, errorType) => {
  const bytes = Buffer.concat([START, message('exception', type, { message: 'Told by AWS.' })]);
  expect(() => streamed(dialect, bytes)).toThrow(
    expect.objectContaining({ status, type: errorType, code: type, message: 'Told by AWS.' })
  );
});

test('a stream that broke off has no end', () => {
  const bytes = Buffer.concat([START, delta(0, { text: 'Hel' })]);
  expect(streamed(dialect, bytes)).toMatchObject({ done: false, unfinished: false });
  expect(streamed(dialect, bytes.subarray(0, -1))).toMatchObject({ done: false, unfinished: true });
});

test.each([
  ['something else', Buffer.from('data: {"a":1}\n\n')],
  [
    'a message with a wrong checksum',
    Buffer.concat([START.subarray(0, -1), Buffer.from([START[START.length - 1]! ^ 1])]),
  ],
])('%s is an invalid answer', (_what, bytes) => {
  expect(() => streamed(dialect, bytes)).toThrow(expect.objectContaining({ status: 502, type: 'invalid_response' }));
});
