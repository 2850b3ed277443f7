import type { Fields } from '../chat/completion/fields.js';
import { GatewayError } from '../errors/gatewayError.js';
import { toChatRequest } from './request.js';

const least = { model: 'm', max_tokens: 7, messages: [{ role: 'user', content: 'hi' }] };
const translate = (body: Fields) => toChatRequest({ ...least, ...body });

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
  expect(translate({})).toEqual({
    model: 'm',
    max_completion_tokens: 7,
    messages: [{ role: 'user', content: 'hi' }],
  });
});

test('what has another name', () => {
  const schema = { type: 'object' };
  expect(
    translate({
      system: 'Be kind.',
      stream: true,
      stop_sequences: ['END'],
      temperature: 0.5,
      top_p: 0.5,
      top_k: 3,
      metadata: { user_id: 'ada' },
      service_tier: 'standard_only',
      thinking: { type: 'enabled', budget_tokens: 5_000 },
      output_config: { format: { type: 'json_schema', schema } },
      tools: [{ name: 'f', input_schema: schema, strict: true }],
      tool_choice: { type: 'any', disable_parallel_tool_use: true },
      diagnostics: null,
    })
  ).toMatchObject({
    messages: [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'hi' },
    ],
    stream: true,
    stream_options: { include_usage: true },
    stop: ['END'],
    temperature: 0.5,
    top_p: 0.5,
    top_k: 3,
    user: 'ada',
    service_tier: 'default',
    reasoning_effort: 'medium',
    response_format: { type: 'json_schema', json_schema: { name: 'output', schema, strict: true } },
    tools: [{ type: 'function', function: { name: 'f', parameters: schema, strict: true } }],
    tool_choice: 'required',
    parallel_tool_calls: false,
  });
});

test.each([
  [{ type: 'enabled', budget_tokens: 1_024 }, undefined, 'low'],
  [{ type: 'enabled', budget_tokens: 20_000 }, undefined, 'high'],
  [{ type: 'adaptive' }, undefined, undefined],
  [{ type: 'adaptive' }, 'max', 'xhigh'],
  [{ type: 'disabled' }, 'high', undefined],
  [undefined, 'low', 'low'],
])('thinking %j with effort %p is effort %p', (thinking, effort, expected) => {
  expect(translate({ thinking, output_config: { effort } })['reasoning_effort']).toBe(expected);
});

test('results of tools are messages of their own, before what is said with them', () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aa' } };
  const { messages } = translate({
    messages: [
      { role: 'user', content: 'go' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'hm', signature: 's' },
          { type: 'text', text: 'I look.' },
          { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } },
          { type: 'tool_use', id: 'b', name: 'f', input: {} },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: [image], is_error: true },
          { type: 'tool_result', tool_use_id: 'b' },
          { type: 'text', text: 'on' },
        ],
      },
    ],
  });
  const call = (id: string, args: string) => ({ id, type: 'function', function: { name: 'f', arguments: args } });
  expect(messages).toEqual([
    { role: 'user', content: 'go' },
    {
      role: 'assistant',
      content: 'I look.',
      reasoning_content: 'hm',
      thinking_blocks: [{ type: 'thinking', thinking: 'hm', signature: 's' }],
      tool_calls: [call('a', '{"x":1}'), call('b', '{}')],
    },
    {
      role: 'tool',
      tool_call_id: 'a',
      content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,aa' } }],
      is_error: true,
    },
    { role: 'tool', tool_call_id: 'b', content: '' },
    { role: 'user', content: 'on' },
  ]);
});

const said = (block: unknown) => ({ messages: [{ role: 'user', content: [block] }] });

test.each<[string, Fields]>([
  ['max_tokens', { max_tokens: undefined }],
  ['max_tokens', { max_tokens: 0.5 }],
  ['messages', { messages: [] }],
  ['messages.0.role', { messages: [{ role: 'tool', content: 'x' }] }],
  ['messages.0.content', { messages: [{ role: 'user', content: 7 }] }],
  ['messages.0.content.0', said({ type: 'search_result' })],
  ['messages.0.content.0', said(null)],
  ['messages.0.content.0.source', said({ type: 'image', source: { type: 'file', file_id: 'x' } })],
  [
    'messages.0.content.0.citations',
    said({ type: 'document', source: { type: 'url', url: 'https://example.com' }, citations: { enabled: true } }),
  ],
  ['tools', { tools: {} }],
  ['tools.0', { tools: [{ type: 'web_search_20250305', name: 'web_search' }] }],
  ['tools.0', { tools: [{ name: 'f' }] }],
  ['tool_choice.type', { tools: [{ name: 'f', input_schema: {} }], tool_choice: { type: 'some' } }],
  ['output_config.format', { output_config: { format: { type: 'grammar' } } }],
  ['container', { container: 'x' }],
  ['mcp_servers', { mcp_servers: [] }],
  ['inference_geo', { inference_geo: 'eu' }],
  ['speed', { speed: 'fast' }],
])('%s is named when it cannot be expressed: %j', (param, body) => {
  expect(refusal(body)).toMatchObject({ status: 400, type: 'invalid_request_error', param });
  expect(refusal(body).message).toContain(param);
});
