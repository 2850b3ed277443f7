import { answered, errorOf, events, refused, sent, streamed } from '../../../../tests/support/dialects.js';
import { mistralDialect } from './dialect.js';

const dialect = mistralDialect({ provider: 'mistral', basePath: '/v1', apiKey: 'mi-secret' });
const HI = [{ role: 'user', content: 'Hi' }];

test('where it goes, with which key, and what it calls things', async () => {
  const body = { seed: 3, max_completion_tokens: 9, stream: true, stream_options: { include_usage: true }, user: 'u' };
  const { path, headerMap, json } = await sent(dialect, body, { model: 'mistral-small-latest' });
  expect(path).toBe('/v1/chat/completions');
  expect(headerMap).toMatchObject({ authorization: 'Bearer mi-secret' });
  expect(json).toEqual({
    model: 'mistral-small-latest',
    messages: HI,
    stream: true,
    random_seed: 3,
    max_tokens: 9,
  });
});

test('ids of calls that others made are made to fit, and to fit each other', async () => {
  const call = (id: string) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } });
  const messages = [
    { role: 'developer', content: 'Be brief.' },
    {
      role: 'assistant',
      content: null,
      reasoning_content: 'Hm.',
      refusal: null,
      tool_calls: [call('call_0123456789abcdef'), call('abcDEF123')],
    },
    { role: 'tool', tool_call_id: 'call_0123456789abcdef', content: 'a' },
    { role: 'tool', tool_call_id: 'abcDEF123', content: 'b' },
  ];
  const { json } = await sent(dialect, { messages });
  const told = json['messages'] as Array<{ tool_calls?: Array<{ id: string }>; tool_call_id?: string }>;
  expect(told[0]).toEqual({ role: 'system', content: 'Be brief.' });
  expect(Object.keys(told[1] ?? {}).sort()).toEqual(['content', 'role', 'tool_calls']);
  const [first, second] = told[1]?.tool_calls ?? [];
  expect(first?.id).toMatch(/^[a-zA-Z0-9]{9}$/);
  expect(told[2]?.tool_call_id).toBe(first?.id);
  expect([second?.id, told[3]?.tool_call_id]).toEqual(['abcDEF123', 'abcDEF123']);
});

test.each([
  ['logit_bias', { logit_bias: { 1: 1 } }],
  ['logprobs', { logprobs: true }],
  ['verbosity', { verbosity: 'low' }],
])('%s is refused by name, or dropped', async (field, asked) => {
  expect(await refused(dialect, asked)).toMatchObject({ status: 400, param: field });
  expect(await sent(dialect, asked, { drop: true })).toMatchObject({
    dropped: [field],
    json: { model: 'its-model', messages: HI },
  });
});

const choice = (message: object, finish_reason = 'stop') => ({ index: 0, message, finish_reason });
const completion = (...choices: object[]) => ({ id: 'm1', object: 'chat.completion', model: 'm', choices });

test('an answer that is as OpenAI has it passes byte by byte', () => {
  const bytes = Buffer.from(JSON.stringify(completion(choice({ role: 'assistant', content: '"content":' })), null, 1));
  expect(dialect.answer(bytes, {} as never)).toBe(bytes);
});

const THINKING = [
  { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
  { type: 'text', text: 'Hello' },
];

test('what the model thinks is told beside what it says', () => {
  expect(answered(dialect, completion(choice({ role: 'assistant', content: THINKING }, 'model_length')))).toEqual(
    completion(choice({ role: 'assistant', content: 'Hello', reasoning_content: 'Hm.' }, 'length'))
  );
});

const chunk = (delta: object, finish_reason: string | null = null) => ({
  id: 'm1',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason }],
});

test.each([Infinity, 1, 11])('a stream of thoughts and text, %d bytes at a time', (cutAt) => {
  const bytes = Buffer.concat([
    events([
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: THINKING.slice(0, 1) }),
      chunk({ content: 'Hello' }),
      { ...chunk({}, 'model_length'), usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
    ]),
    Buffer.from('data: [DONE]\n\n'),
  ]);
  const result = streamed(dialect, bytes, {}, cutAt);
  expect(result.deltas).toEqual([
    { role: 'assistant', content: '' },
    { content: '', reasoning_content: 'Hm.' },
    { content: 'Hello' },
  ]);
  expect(result).toMatchObject({ finishReasons: ['length'], usage: { total_tokens: 3 }, done: true });
});

test.each([
  [429, { object: 'error', message: 'Rate limit exceeded', type: 'rate_limited', code: '1300' }, 'Rate limit exceeded'],
  [
    422,
    { detail: [{ type: 'extra_forbidden', loc: ['body', 'x'], msg: 'Extra inputs are not permitted' }] },
    'body.x: Extra inputs are not permitted',
  ],
  [
    422,
    { object: 'error', message: { detail: [{ loc: ['body', 'n'], msg: 'Too large' }] }, type: 'invalid_request_error' },
    'body.n: Too large',
  ],
])('status %d %j says %s', (status, body, message) => {
  expect(errorOf(dialect, status, body)).toMatchObject({ status, message });
});
