import { type Json, refused, sent } from '../../../../tests/support/dialects.js';
import { cohereDialect } from './dialect.js';

const dialect = cohereDialect({ provider: 'cohere', basePath: '', apiKey: 'co-secret' });

const HI = [{ role: 'user', content: 'Hi' }];

test('where it goes, and with which key', async () => {
  const { path, headerMap, json } = await sent(dialect, { stream: true }, { model: 'command-a-03-2025' });
  expect(path).toBe('/v2/chat');
  expect(headerMap).toMatchObject({ authorization: 'Bearer co-secret', 'content-type': 'application/json' });
  expect(json).toEqual({ model: 'command-a-03-2025', stream: true, messages: HI });
});

const TOOL_CALL = { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } };

test('messages, images, calls and what tools answered', async () => {
  const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,aW1n' } };
  const messages = [
    { role: 'developer', content: 'Be brief.' },
    { role: 'user', content: [{ type: 'text', text: 'What is this?' }, image] },
    { role: 'assistant', content: null, reasoning_content: 'I will ask.', tool_calls: [TOOL_CALL] },
    { role: 'tool', tool_call_id: 'a', content: 'sunny' },
    { role: 'assistant', content: 'It is sunny.' },
  ];
  expect((await sent(dialect, { messages })).json['messages']).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: [{ type: 'text', text: 'What is this?' }, image] },
    { role: 'assistant', tool_calls: [TOOL_CALL], tool_plan: 'I will ask.' },
    { role: 'tool', tool_call_id: 'a', content: 'sunny' },
    { role: 'assistant', content: 'It is sunny.' },
  ]);
});

const tool = (name: string, more: Json = {}) => ({
  type: 'function',
  function: { name, description: 'd', parameters: { type: 'object' }, ...more },
});
const plain = (name: string) => ({
  type: 'function',
  function: { name, description: 'd', parameters: { type: 'object' } },
});

test.each<[unknown, Json]>([
  [undefined, { tools: [plain('a'), plain('b')] }],
  ['auto', { tools: [plain('a'), plain('b')] }],
  ['none', { tools: [plain('a'), plain('b')], tool_choice: 'NONE' }],
  ['required', { tools: [plain('a'), plain('b')], tool_choice: 'REQUIRED' }],
  [
    { type: 'function', function: { name: 'b' } },
    { tools: [plain('b')], tool_choice: 'REQUIRED' },
  ],
])('tool choice %j', async (choice, expected) => {
  const { json } = await sent(dialect, { tools: [tool('a'), tool('b')], tool_choice: choice });
  expect(json).toMatchObject(expected);
  expect('tool_choice' in json).toBe('tool_choice' in expected);
});

const SCHEMA = { type: 'object', properties: {} };

test.each<[Json, Json]>([
  [
    { temperature: 0, top_p: 0.5, top_k: 3 },
    { temperature: 0, p: 0.5, k: 3 },
  ],
  [{ max_tokens: 7 }, { max_tokens: 7 }],
  [{ max_completion_tokens: 8 }, { max_tokens: 8 }],
  [
    { stop: 'x', seed: 3 },
    { stop_sequences: ['x'], seed: 3 },
  ],
  [
    { frequency_penalty: 0.1, presence_penalty: 0.2 },
    { frequency_penalty: 0.1, presence_penalty: 0.2 },
  ],
  [{ logprobs: true }, { logprobs: true }],
  [{ response_format: { type: 'json_object' } }, { response_format: { type: 'json_object' } }],
  [
    { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: SCHEMA } } },
    { response_format: { type: 'json_object', json_schema: SCHEMA } },
  ],
  [{ reasoning_effort: 'none' }, { thinking: { type: 'disabled' } }],
  [{ reasoning_effort: 'low' }, { thinking: { type: 'enabled', token_budget: 1024 } }],
  [{ tools: [tool('a', { strict: true })] }, { tools: [plain('a')], strict_tools: true }],
])('%j is %j', async (asked, expected) => {
  expect((await sent(dialect, asked)).json).toEqual({ model: 'its-model', stream: false, messages: HI, ...expected });
});

test.each<[string, Json]>([
  ['n', { n: 2 }],
  ['top_logprobs', { top_logprobs: 3 }],
  ['logit_bias', { logit_bias: { 1: 2 } }],
  ['parallel_tool_calls', { parallel_tool_calls: false }],
])('%s is refused by name, or dropped', async (field, asked) => {
  expect(await refused(dialect, asked)).toMatchObject({ status: 400, param: field });
  const { json, dropped } = await sent(dialect, asked, { drop: true });
  expect(dropped).toEqual([field]);
  expect(json).toEqual({ model: 'its-model', stream: false, messages: HI });
});

test('parts that Cohere does not take are refused, never dropped', async () => {
  const content = [{ type: 'input_audio', input_audio: { data: 'YQ==', format: 'wav' } }];
  const error = await refused(dialect, { messages: [{ role: 'user', content }] }, { drop: true });
  expect(error).toMatchObject({ status: 400, param: 'messages[0].content[0]', code: 'unsupported_content' });
});
