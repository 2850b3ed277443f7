import type { Fields } from '../chat/completion/fields.js';
import { GatewayError } from '../errors/gatewayError.js';
import { toChatRequest } from './request.js';
import { seal } from './sealedThinking.js';

const translate = (body: Fields) => toChatRequest({ model: 'm', input: 'hi', ...body });
const messagesOf = (input: unknown, more: Fields = {}) => translate({ input, ...more })['messages'];

function refusal(body: Fields): GatewayError {
  try {
    translate(body);
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    return error as GatewayError;
  }
  throw new Error('it was accepted');
}

test('the least there is', () => {
  expect(translate({})).toEqual({ model: 'm', messages: [{ role: 'user', content: 'hi' }] });
});

test('what has another name', () => {
  const schema = { type: 'object', properties: {}, additionalProperties: false };
  expect(
    translate({
      instructions: 'Be kind.',
      max_output_tokens: 7,
      temperature: 0.5,
      reasoning: { effort: 'low', summary: 'auto' },
      text: { format: { type: 'json_schema', name: 'x', schema, strict: true }, verbosity: 'low' },
      tools: [{ type: 'function', name: 'f', description: 'Does.', parameters: schema, strict: true }],
      tool_choice: { type: 'function', name: 'f' },
      parallel_tool_calls: false,
      include: ['message.output_text.logprobs', 'reasoning.encrypted_content'],
      top_logprobs: 2,
      store: false,
      background: false,
      truncation: 'disabled',
      previous_response_id: null,
      user: 'ada',
      metadata: { feature: 'chat' },
      stream: true,
    })
  ).toEqual({
    model: 'm',
    messages: [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'hi' },
    ],
    max_completion_tokens: 7,
    temperature: 0.5,
    reasoning_effort: 'low',
    verbosity: 'low',
    response_format: { type: 'json_schema', json_schema: { name: 'x', schema, strict: true } },
    tools: [{ type: 'function', function: { name: 'f', description: 'Does.', parameters: schema, strict: true } }],
    tool_choice: { type: 'function', function: { name: 'f' } },
    parallel_tool_calls: false,
    logprobs: true,
    top_logprobs: 2,
    user: 'ada',
    metadata: { feature: 'chat' },
    stream: true,
    stream_options: { include_usage: true },
  });
});

test('custom tools, their choice, calls and outputs', () => {
  const syntax = { definition: 'start: /a+/', syntax: 'lark' };
  expect(
    translate({
      tools: [
        { type: 'custom', name: 'run', description: 'Runs.', format: { type: 'grammar', ...syntax } },
        { type: 'custom', name: 'say', format: { type: 'text' } },
        { type: 'custom', name: 'do' },
      ],
      tool_choice: { type: 'custom', name: 'run' },
      input: [
        { role: 'user', content: 'go' },
        { type: 'custom_tool_call', id: 'ctc_1', call_id: 'a', name: 'run', input: 'aa' },
        { type: 'custom_tool_call_output', call_id: 'a', output: 'done' },
      ],
    })
  ).toEqual({
    model: 'm',
    messages: [
      { role: 'user', content: 'go' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'a', type: 'custom', custom: { name: 'run', input: 'aa' } }],
      },
      { role: 'tool', tool_call_id: 'a', content: 'done' },
    ],
    tools: [
      { type: 'custom', custom: { name: 'run', description: 'Runs.', format: { type: 'grammar', grammar: syntax } } },
      { type: 'custom', custom: { name: 'say', format: { type: 'text' } } },
      { type: 'custom', custom: { name: 'do' } },
    ],
    tool_choice: { type: 'custom', custom: { name: 'run' } },
  });
});

test.each(['auto', 'none', 'required'])('tool_choice %s', (choice) => {
  const tools = [{ type: 'function', name: 'f' }];
  expect(translate({ tools, tool_choice: choice })).toMatchObject({ tool_choice: choice });
});

test('pictures and files', () => {
  expect(
    messagesOf([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'look' },
          { type: 'input_image', image_url: 'https://example.com/a.png', detail: 'low' },
          { type: 'input_file', file_data: 'data:application/pdf;base64,aa', filename: 'a.pdf' },
          { type: 'input_file', file_url: 'https://example.com/b.pdf' },
        ],
      },
    ])
  ).toEqual([
    {
      role: 'user',
      content: [
        { type: 'text', text: 'look' },
        { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } },
        { type: 'file', file: { file_data: 'data:application/pdf;base64,aa', filename: 'a.pdf' } },
        { type: 'file', file: { file_data: 'https://example.com/b.pdf' } },
      ],
    },
  ]);
});

test('what the model gave item by item is one message', () => {
  const thinking = { type: 'thinking', thinking: 'hm', signature: 's' };
  const call = (id: string) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } });
  const called = (id: string) => ({ type: 'function_call', id: `fc_${id}`, call_id: id, name: 'f', arguments: '{}' });
  expect(
    messagesOf([
      { role: 'developer', content: 'Be kind.' },
      { role: 'user', content: 'go' },
      {
        type: 'reasoning',
        id: 'rs_1',
        summary: [{ type: 'summary_text', text: 'hm' }],
        encrypted_content: seal([thinking]),
      },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'I look.', annotations: [] }] },
      called('a'),
      called('b'),
      { type: 'function_call_output', call_id: 'a', output: '1' },
      { type: 'function_call_output', call_id: 'b', output: [{ type: 'input_text', text: '2' }] },
      called('c'),
      { type: 'function_call_output', call_id: 'c', output: '3' },
      { type: 'reasoning', summary: [], encrypted_content: 'of OpenAI' },
      { role: 'assistant', content: 'Done.' },
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No more.' }] },
    ])
  ).toEqual([
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: 'go' },
    {
      role: 'assistant',
      content: 'I look.',
      reasoning_content: 'hm',
      thinking_blocks: [thinking],
      tool_calls: [call('a'), call('b')],
    },
    { role: 'tool', tool_call_id: 'a', content: '1' },
    { role: 'tool', tool_call_id: 'b', content: '2' },
    { role: 'assistant', content: null, tool_calls: [call('c')] },
    { role: 'tool', tool_call_id: 'c', content: '3' },
    { role: 'assistant', content: 'Done.' },
    { role: 'assistant', content: [{ type: 'refusal', refusal: 'No more.' }] },
  ]);
});

const item = (fields: Fields) => ({ input: [fields] });

test.each<[string, Fields]>([
  ['input', { input: [] }],
  ['input.0', item({ type: 'item_reference', id: 'msg_1' })],
  ['input.0', item({ type: 'web_search_call' })],
  ['input.0.role', item({ role: 'tool', content: 'x' })],
  ['input.0.content', item({ role: 'user', content: 7 })],
  ['input.0.content.0', item({ role: 'user', content: [{ type: 'input_video' }] })],
  ['input.0.content.0.image_url', item({ role: 'user', content: [{ type: 'input_image', file_id: 'x' }] })],
  ['input.0.content.0.file_data', item({ role: 'user', content: [{ type: 'input_file', file_id: 'x' }] })],
  ['previous_response_id', { previous_response_id: 'resp_1' }],
  ['conversation', { conversation: 'conv_1' }],
  ['prompt', { prompt: { id: 'p' } }],
  ['store', { store: true }],
  ['background', { background: true }],
  ['truncation', { truncation: 'auto' }],
  ['tools', { tools: {} }],
  ['tools.0', { tools: [{ type: 'web_search' }] }],
  ['tools.0.format', { tools: [{ type: 'custom', name: 'x', format: { type: 'regex' } }] }],
  ['tool_choice', { tools: [{ type: 'function', name: 'f' }], tool_choice: { type: 'mcp' } }],
  ['text.format', { text: { format: { type: 'grammar' } } }],
  ['whatever_comes_next', { whatever_comes_next: 1 }],
])('%s is named when it cannot be expressed: %j', (param, body) => {
  expect(refusal(body)).toMatchObject({ status: 400, type: 'invalid_request_error', param });
  expect(refusal(body).message).toContain(param);
});
