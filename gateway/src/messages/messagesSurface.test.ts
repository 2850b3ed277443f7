import type { Fields } from '../chat/completion/fields.js';
import { writeEvent } from '../chat/events/writeEvent.js';
import { GatewayError } from '../errors/gatewayError.js';
import { countTokens } from './countTokens.js';
import { messagesSurface } from './messagesSurface.js';
import { joinMessage } from '../../../tests/support/joinMessage.js';

const completion = (message: Fields, choice: Fields = {}, usage?: Fields) => ({
  id: 'chatcmpl-7',
  model: 'gpt-4o',
  choices: [{ index: 0, message, finish_reason: 'stop', ...choice }],
  usage,
});
const call = (args: string) => ({ id: 'a', type: 'function', function: { name: 'f', arguments: args } });

test('an answer', () => {
  expect(
    messagesSurface.answer(
      completion({ content: 'Hi', reasoning: 'hm' }, {}, { prompt_tokens: 9, completion_tokens: 2 }),
      {}
    )
  ).toEqual({
    id: 'msg_7',
    type: 'message',
    role: 'assistant',
    model: 'gpt-4o',
    content: [
      { type: 'thinking', thinking: 'hm', signature: '' },
      { type: 'text', text: 'Hi' },
    ],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: {
      input_tokens: 9,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: 2,
      output_tokens_details: { thinking_tokens: 0 },
    },
  });
});

test.each([
  [{ content: 'a' }, { finish_reason: 'stop', stop_reason: 'END' }, { stop_reason: 'stop_sequence' }],
  [{ content: 'a' }, { finish_reason: 'stop', stop_reason: null }, { stop_reason: 'end_turn' }],
  [{ content: 'a' }, { finish_reason: 'length' }, { stop_reason: 'max_tokens' }],
  [{ tool_calls: [call('{}')] }, { finish_reason: 'stop' }, { stop_reason: 'tool_use' }],
  [
    { content: null, refusal: 'No.' },
    { finish_reason: 'content_filter' },
    { stop_reason: 'refusal', content: [{ type: 'text', text: 'No.' }] },
  ],
])('%j, %j: %j', (message, end, expected) => {
  expect(messagesSurface.answer(completion(message, end), {})).toMatchObject(expected);
});

test('arguments that are no JSON are never made up', () => {
  const broken = { tool_calls: [call('{"a":')] };
  expect(() => messagesSurface.answer(completion(broken), {})).toThrow(
    expect.objectContaining({ status: 502, type: 'invalid_response' })
  );
  expect(messagesSurface.answer(completion(broken, { finish_reason: 'length' }), {})).toMatchObject({
    content: [{ type: 'tool_use', input: {} }],
    stop_reason: 'max_tokens',
  });
});

describe('a stream', () => {
  const chunk = (delta: Fields, more: Fields = {}) =>
    writeEvent({ id: 'chatcmpl-7', model: 'gpt-4o', choices: [{ index: 0, delta, finish_reason: null, ...more }] });
  const push = (...events: string[]) => {
    const stream = messagesSurface.stream({});
    return events.map((event) => stream.push(Buffer.from(event)).toString());
  };

  test('goes out as it comes in', () => {
    const [start, first, second, end, done] = push(
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: 'He' }),
      chunk({ content: 'llo' }),
      chunk({}, { finish_reason: 'length' }) + writeEvent({ choices: [], usage: { prompt_tokens: 3 } }),
      'data: [DONE]\n\n'
    );
    expect(start).toMatch(/^event: message_start\ndata: {"type":"message_start","message":{"id":"msg_7".*}\n\n$/);
    expect(first).toContain('content_block_start');
    expect(first).toContain('{"type":"text_delta","text":"He"}');
    expect(second).toBe(
      'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"llo"}}\n\n'
    );
    expect(end).toBe('');
    expect(done).toMatch(/content_block_stop[^]*"stop_reason":"max_tokens"[^]*"input_tokens":3[^]*message_stop/);
  });

  test('calls whose pieces come in turn', () => {
    const piece = (index: number, more: Fields, args: string) =>
      chunk({ tool_calls: [{ index, ...more, function: { ...(more['id'] ? { name: 'f' } : {}), arguments: args } }] });
    const events = push(
      piece(0, { id: 'a' }, '{"x"'),
      piece(1, { id: 'b' }, '{"y"'),
      piece(0, {}, ':1}'),
      piece(1, {}, ':2}'),
      chunk({}, { finish_reason: 'tool_calls' }),
      'data: [DONE]\n\n'
    );
    expect(joinMessage(events.join(''))).toMatchObject({
      content: [
        { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } },
        { type: 'tool_use', id: 'b', name: 'f', input: { y: 2 } },
      ],
      stop_reason: 'tool_use',
    });
  });

  test('a call that came without an id has one', () => {
    const events = push(chunk({ tool_calls: [{ index: 0, function: { name: 'f' } }] }), 'data: [DONE]\n\n');
    expect(joinMessage(events.join(''))).toMatchObject({
      content: [{ id: expect.stringMatching(/^toolu_.{8,}/) as string, input: {} }],
    });
  });

  test('that fails says so', () => {
    const error = new GatewayError('It broke.', { status: 502, type: 'stream_interrupted' });
    expect(messagesSurface.stream({}).fail(error).toString()).toBe(
      'event: error\ndata: {"type":"error","error":{"type":"api_error","message":"It broke."}}\n\n'
    );
  });
});

test.each([
  [400, 'invalid_request_error'],
  [401, 'authentication_error'],
  [402, 'billing_error'],
  [403, 'permission_error'],
  [404, 'not_found_error'],
  [413, 'request_too_large'],
  [422, 'invalid_request_error'],
  [429, 'rate_limit_error'],
  [500, 'api_error'],
  [503, 'overloaded_error'],
  [504, 'timeout_error'],
])('an error of status %i is %s', (status, type) => {
  const error = new GatewayError('It says so.', { status, type: 'internal_error' });
  expect(messagesSurface.error(error)).toEqual({ type: 'error', error: { type, message: 'It says so.' } });
});

test('tokens are counted of messages and tools', () => {
  const messages = [{ role: 'user', content: 'Hello there, how are you?' }];
  const alone = countTokens({ messages }).input_tokens;
  expect(alone).toBeGreaterThan(7);
  expect(alone).toBeLessThan(20);
  const tools = [{ name: 'f', description: 'Does what it does.', input_schema: { type: 'object' } }];
  expect(countTokens({ messages, tools, system: 'Be kind.' }).input_tokens).toBeGreaterThan(alone + 15);
  expect(() => countTokens({ messages: [] })).toThrow(expect.objectContaining({ param: 'messages' }));
});
