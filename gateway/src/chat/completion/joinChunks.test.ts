import { joinChunks } from './joinChunks.js';

const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 7, model: 'gpt-4o' };
const events = (...chunks: readonly object[]) =>
  `${chunks.map((chunk) => `data: ${JSON.stringify({ ...head, ...chunk })}\n\n`).join('')}data: [DONE]\n\n`;
const chunk = (delta: object, more: object = {}) => ({
  choices: [{ index: 0, delta, finish_reason: null, ...more }],
});
const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };

const joined = async (...deltas: readonly object[]) => {
  const whole = await joinChunks(events(...deltas.map((delta) => chunk(delta)), end));
  return (whole as { choices: Array<{ message: object }> } | undefined)?.choices[0]?.message;
};

test('text, in the words of an answer that did not stream', async () => {
  const usage = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };
  const stream = events(
    { ...chunk({ role: 'assistant', content: '', refusal: null }), system_fingerprint: 'fp', usage: null },
    { ...chunk({ content: 'Kra' }), obfuscation: 'xx' },
    chunk({ content: 'ków 🐘' }),
    { ...end, service_tier: 'default' },
    { choices: [], usage }
  );
  expect(await joinChunks(stream)).toEqual({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 7,
    model: 'gpt-4o',
    system_fingerprint: 'fp',
    service_tier: 'default',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Kraków 🐘', refusal: null }, finish_reason: 'stop' }],
    usage,
  });
});

test('calls of tools, cut anywhere', async () => {
  const call = (index: number, more: object) => ({ tool_calls: [{ index, ...more }] });
  expect(
    await joined(
      { role: 'assistant', content: null },
      call(0, { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '' } }),
      call(0, { function: { arguments: '{"city":' } }),
      call(0, { function: { arguments: '"Oslo"}' } }),
      call(1, { id: 'call_2', type: 'custom', custom: { name: 'run', input: 'ls' } }),
      call(1, { id: null, custom: { input: ' -l' } })
    )
  ).toEqual({
    role: 'assistant',
    content: null,
    tool_calls: [
      { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } },
      { id: 'call_2', type: 'custom', custom: { name: 'run', input: 'ls -l' } },
    ],
  });
});

test('reasoning, a refusal, an old function call, an empty list of calls', async () => {
  expect(
    await joined(
      { reasoning_content: 'Let me ', tool_calls: [] },
      { reasoning_content: 'see', annotations: [1] },
      { refusal: 'N' },
      { refusal: 'o', annotations: [2] },
      { function_call: { name: 'f', arguments: '{' } },
      { function_call: { arguments: '}' } }
    )
  ).toEqual({
    role: 'assistant',
    content: null,
    reasoning_content: 'Let me see',
    refusal: 'No',
    annotations: [1, 2],
    function_call: { name: 'f', arguments: '{}' },
  });
});

test('thinking with its signatures', async () => {
  expect(
    await joined(
      { thinking_blocks: [{ type: 'thinking', thinking: 'Let me ' }] },
      { thinking_blocks: [{ type: 'thinking', thinking: 'see' }] },
      { thinking_blocks: [{ type: 'thinking', thinking: '', signature: 's' }] },
      { thinking_blocks: [{ type: 'redacted_thinking', data: 'x' }] },
      { thinking_blocks: [{ type: 'thinking', thinking: '', signature: 't' }] }
    )
  ).toMatchObject({
    thinking_blocks: [
      { type: 'thinking', thinking: 'Let me see', signature: 's' },
      { type: 'redacted_thinking', data: 'x' },
      { type: 'thinking', thinking: '', signature: 't' },
    ],
  });
});

test('choices that come interleaved, each with its own end', async () => {
  const of = (index: number, content: string, finish_reason: string | null = null) => ({
    choices: [{ index, delta: { content }, finish_reason }],
  });
  expect(await joinChunks(events(of(1, 'b'), of(0, 'a'), of(1, 'B', 'length'), of(0, 'A', 'stop')))).toMatchObject({
    choices: [
      { index: 0, message: { content: 'aA' }, finish_reason: 'stop' },
      { index: 1, message: { content: 'bB' }, finish_reason: 'length' },
    ],
  });
});

test('probabilities, and what else a choice has', async () => {
  const stream = events(
    chunk({ content: 'a' }, { logprobs: { content: [1], refusal: null } }),
    chunk({ content: 'b' }, { logprobs: { content: [2], refusal: null }, stop_reason: null }),
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop', logprobs: null, stop_reason: 7 }] }
  );
  expect(await joinChunks(stream)).toMatchObject({
    choices: [{ logprobs: { content: [1, 2], refusal: null }, stop_reason: 7 }],
  });
});

test('usage where Groq has it', async () => {
  expect(
    await joinChunks(events(chunk({ content: 'a' }), { ...end, x_groq: { usage: { total_tokens: 3 } } }))
  ).toMatchObject({
    usage: { total_tokens: 3 },
  });
});

test('without usage there is none', async () => {
  expect(await joinChunks(events(chunk({ content: 'a' }), end))).not.toHaveProperty('usage');
});

test.each<[string, string]>([
  ['a part of which nobody knows how it goes on', events(chunk({ thoughts: 'hm' }), end)],
  ['content in parts', events(chunk({ content: [{ type: 'text', text: 'a' }] }), end)],
  [
    'more choices than anyone may ask for',
    events(
      ...Array.from({ length: 129 }, (_none, index) => ({ choices: [{ index, delta: {}, finish_reason: 'stop' }] }))
    ),
  ],
  ['speech', events(chunk({ audio: { data: 'AA' } }), end)],
  ['a call without a number', events(chunk({ tool_calls: [{ function: { name: 'f' } }] }), end)],
  ['a call far off', events(chunk({ tool_calls: [{ index: 1e9, function: { name: 'f' } }] }), end)],
  ['an error', `${events(chunk({ content: 'a' }))}data: {"error":{"message":"x"}}\n\n`],
  ['what is no JSON', 'data: {"choices\n\n'],
  ['a choice without a number', 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'],
])('there is no whole answer of %s', async (_what, stream) => {
  expect(await joinChunks(stream)).toBeUndefined();
});

test('a long stream takes no time in the square of its length', async () => {
  const chunks = Array.from({ length: 30_000 }, (_none, index) =>
    chunk({ content: 'a', annotations: [index] }, { logprobs: { content: [{ token: 'a' }] } })
  );
  const stream = events(...chunks, end);
  const before = performance.now();
  const { choices } = (await joinChunks(stream)) as {
    choices: Array<{ message: { content: string; annotations: number[] } }>;
  };
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(choices[0]?.message.content).toHaveLength(30_000);
  expect(choices[0]?.message.annotations.at(-1)).toBe(29_999);
});

test('a long stream lets others have their turn', async () => {
  const stream = events(...Array.from({ length: 20_000 }, () => chunk({ content: 'abcd' })), end);
  let joining = true;
  let turns = 0;
  const count = () => {
    turns++;
    if (joining) {
      setImmediate(count);
    }
  };
  setImmediate(count);
  await joinChunks(stream);
  joining = false;
  expect(turns).toBeGreaterThan(3);
});
