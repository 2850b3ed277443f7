import { withoutCarried } from './withoutCarried.js';

const cache_control = { type: 'ephemeral' };
const text = { type: 'text', text: 'a' };
const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };

test('what OpenAI does not know is left out, and nothing else', () => {
  const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
  const tool = { type: 'function', function: { name: 'f', parameters: { cache_control: 1 } } };
  expect(
    withoutCarried({
      model: 'm',
      thinking: { type: 'enabled', budget_tokens: 1024 },
      output_config: { effort: 'max' },
      reasoning_effort: 'high',
      messages: [
        { role: 'system', content: [{ ...text, cache_control }] },
        {
          role: 'assistant',
          content: null,
          reasoning_content: 'hm',
          thinking_blocks: [{ type: 'thinking', thinking: 'hm', signature: 's' }],
          tool_calls: [{ ...call, cache_control }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'no', is_error: true },
      ],
      tools: [{ ...tool, cache_control, defer_loading: true }],
    })
  ).toEqual({
    model: 'm',
    reasoning_effort: 'high',
    messages: [
      { role: 'system', content: 'a' },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'c', content: 'no' },
    ],
    tools: [tool],
  });
});

test('pictures that tools give are shown after all of them have answered', () => {
  const result = (id: string, content: unknown) => ({ role: 'tool', tool_call_id: id, content });
  const user = { role: 'user', content: 'go on' };
  expect(
    withoutCarried({ messages: [result('a', [text, image]), result('b', [image]), user, result('c', [image])] })
  ).toEqual({
    messages: [
      result('a', 'a'),
      result('b', ''),
      { role: 'user', content: [image, image] },
      user,
      result('c', ''),
      { role: 'user', content: [image] },
    ],
  });
});
