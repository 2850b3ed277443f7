import { findUsage } from '../openaiDialect/readUsage.js';
import { toCompletion } from './answer.js';

const usage = { input_tokens: 3, output_tokens: 5 };
const message = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-4-5-20250929',
  content: [{ type: 'text', text: 'Hi' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage,
};

test('a text', () => {
  expect(toCompletion(message, {}, 7)).toEqual({
    id: 'chatcmpl-msg_1',
    object: 'chat.completion',
    created: 7,
    model: 'claude-sonnet-4-5-20250929',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Hi', refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: {
      prompt_tokens: 3,
      completion_tokens: 5,
      total_tokens: 8,
      prompt_tokens_details: { cached_tokens: 0 },
    },
  });
});

test('thinking, text and calls', () => {
  const thinking = [
    { type: 'thinking', thinking: 'Let me ', signature: 's' },
    { type: 'redacted_thinking', data: 'x' },
    { type: 'thinking', thinking: 'see', signature: 't' },
  ];
  const calls = [
    { type: 'tool_use', id: 'a', name: 'f', input: { x: [1, 'ź'] } },
    { type: 'tool_use', id: 'b', name: 'g', input: {} },
  ];
  const content = [...thinking, { type: 'text', text: 'I ' }, { type: 'text', text: 'look' }, ...calls];
  const completion = toCompletion({ ...message, content, stop_reason: 'tool_use' }, {}, 7);
  expect(completion?.['choices']).toEqual([
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'I look',
        refusal: null,
        reasoning_content: 'Let me see',
        thinking_blocks: thinking,
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'f', arguments: '{"x":[1,"ź"]}' } },
          { id: 'b', type: 'function', function: { name: 'g', arguments: '{}' } },
        ],
      },
      logprobs: null,
      finish_reason: 'tool_calls',
    },
  ]);
});

test.each([
  [{ stop_reason: 'end_turn' }, { finish_reason: 'stop' }],
  [
    { stop_reason: 'stop_sequence', stop_sequence: 'END' },
    { finish_reason: 'stop', stop_reason: 'END' },
  ],
  [{ stop_reason: 'max_tokens' }, { finish_reason: 'length' }],
  [{ stop_reason: 'model_context_window_exceeded' }, { finish_reason: 'length' }],
  [{ stop_reason: 'pause_turn' }, { finish_reason: 'stop' }],
  [{ stop_reason: 'refusal' }, { finish_reason: 'content_filter' }],
  [
    { stop_reason: 'refusal', stop_details: { type: 'refusal', explanation: 'No.', category: 'bio' } },
    { finish_reason: 'content_filter', message: { refusal: 'No.' } },
  ],
])('%j ends as %j', (end, expected) => {
  expect(toCompletion({ ...message, ...end }, {}, 7)).toMatchObject({ choices: [expected] });
});

test('an answer in JSON by a tool is content, and no call', () => {
  const content = [{ type: 'tool_use', id: 'a', name: 'json_output', input: { a: 1 } }];
  const body = { response_format: { type: 'json_object' } };
  expect(toCompletion({ ...message, content, stop_reason: 'tool_use' }, body, 7)).toMatchObject({
    choices: [{ message: { content: '{"a":1}' }, finish_reason: 'stop' }],
  });
  expect(toCompletion({ ...message, content, stop_reason: 'tool_use' }, {}, 7)).toMatchObject({
    choices: [{ message: { content: null, tool_calls: [{ id: 'a' }] }, finish_reason: 'tool_calls' }],
  });
});

test('the ledger reads of it what Anthropic counted', () => {
  const completion = toCompletion(
    {
      ...message,
      usage: {
        input_tokens: 3,
        cache_read_input_tokens: 100,
        cache_creation_input_tokens: 30,
        cache_creation: { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 20 },
        output_tokens: 50,
        output_tokens_details: { thinking_tokens: 40 },
      },
    },
    {},
    7
  );
  expect(findUsage(completion)).toEqual({
    input: 133,
    cachedInput: 100,
    cacheWrite5m: 10,
    cacheWrite1h: 20,
    output: 50,
    reasoning: 40,
    source: 'provider',
  });
});

test.each([[undefined], [{}], [{ ...message, content: 'Hi' }], [{ ...message, usage: undefined }]])(
  'no message: %j',
  (answer) => {
    expect(toCompletion(answer, {}, 7)).toBeUndefined();
  }
);
