import { toConversation } from './conversation.js';

const PNG = 'iVBORw0KGgo=';
const text = (value: string) => ({ type: 'text', text: value });
const cache_control = { type: 'ephemeral', ttl: '1h' };

test('system and developer messages are apart, wherever they stood', () => {
  expect(
    toConversation([
      { role: 'system', content: 'a' },
      { role: 'user', content: 'b' },
      { role: 'developer', content: [{ ...text('c'), cache_control }] },
    ])
  ).toEqual({
    system: [text('a'), { ...text('c'), cache_control }],
    turns: [{ role: 'user', content: [text('b')] }],
  });
});

test('images and documents', () => {
  const file = (file_data: string, filename?: string) => ({ type: 'file', file: { file_data, filename } });
  const { turns } = toConversation([
    {
      role: 'user',
      content: [
        text('look'),
        { type: 'image_url', image_url: { url: `data:image/png;base64,${PNG}`, detail: 'high' }, cache_control },
        { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        file(`data:application/pdf;base64,${PNG}`, 'a.pdf'),
        file('https://example.com/b.pdf'),
        file(`data:text/plain;charset=utf-8;base64,${Buffer.from('zażółć').toString('base64')}`),
      ],
    },
  ]);
  expect(turns[0]?.content).toEqual([
    text('look'),
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG }, cache_control },
    { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
    { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: PNG }, title: 'a.pdf' },
    { type: 'document', source: { type: 'url', url: 'https://example.com/b.pdf' } },
    { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'zażółć' } },
  ]);
});

test('calls, their results, and what comes after them, in turns', () => {
  const call = (id: string, args: string) => ({ id, type: 'function', function: { name: 'f', arguments: args } });
  const { turns } = toConversation([
    { role: 'user', content: 'go' },
    {
      role: 'assistant',
      content: 'I look.',
      reasoning_content: 'hm',
      thinking_blocks: [
        { type: 'thinking', thinking: 'hm', signature: 's' },
        { type: 'redacted_thinking', data: 'x' },
        { type: 'thinking', thinking: 'unsigned' },
      ],
      tool_calls: [call('a', '{"x":1}'), call('b', '')],
    },
    { role: 'tool', tool_call_id: 'a', content: '1' },
    { role: 'tool', tool_call_id: 'b', content: [text('2')], is_error: true },
    { role: 'user', content: 'on' },
  ]);
  expect(turns).toEqual([
    { role: 'user', content: [text('go')] },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'hm', signature: 's' },
        { type: 'redacted_thinking', data: 'x' },
        text('I look.'),
        { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } },
        { type: 'tool_use', id: 'b', name: 'f', input: {} },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'a', content: '1' },
        { type: 'tool_result', tool_use_id: 'b', content: [text('2')], is_error: true },
        text('on'),
      ],
    },
  ]);
});

test('a mark on a whole message is one on its last part; empty texts are left out', () => {
  expect(
    toConversation([
      { role: 'user', content: ['a', text(''), text('b')], cache_control },
      { role: 'assistant', content: '' },
      { role: 'user', content: 'c' },
    ]).turns
  ).toEqual([{ role: 'user', content: [text('a'), { ...text('b'), cache_control }, text('c')] }]);
});

test.each([
  ['messages.0', ['hi']],
  ['messages.0.role', [{ role: 'function', content: 'x' }]],
  ['messages.0.content', [{ role: 'user', content: 7 }]],
  ['messages.0.content.0', [{ role: 'user', content: [7] }]],
  ['messages.0.content.0', [{ role: 'user', content: [{ type: 'input_audio', input_audio: {} }] }]],
  ['messages.0.content.0.image_url', [{ role: 'user', content: [{ type: 'image_url' }] }]],
  [
    'messages.0.content.0.image_url',
    [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:x,y' } }] }],
  ],
  ['messages.0.content.0.file', [{ role: 'user', content: [{ type: 'file', file: { file_id: 'x' } }] }]],
  [
    'messages.0.content.0.file',
    [{ role: 'user', content: [{ type: 'file', file: { file_data: 'data:image/png;base64,aa' } }] }],
  ],
  ['messages.0.function_call', [{ role: 'assistant', function_call: { name: 'f' } }]],
  ['messages.0.tool_calls', [{ role: 'assistant', tool_calls: {} }]],
  ['messages.0.tool_calls.0', [{ role: 'assistant', tool_calls: [{ type: 'custom', custom: {} }] }]],
  [
    'messages.0.tool_calls.0.function.arguments',
    [{ role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: '[1]' } }] }],
  ],
  [
    'messages.0.tool_calls.0.function.arguments',
    [{ role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: '{' } }] }],
  ],
])('%s is named when it is wrong', (param, messages) => {
  expect(() => toConversation(messages)).toThrow(
    expect.objectContaining({ status: 400, type: 'invalid_request_error', param })
  );
});
