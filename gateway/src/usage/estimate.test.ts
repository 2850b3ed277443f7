import { seededRandom } from '../../../tests/support/random.js';
import { countPromptTokens, countTokens, estimateUsage, streamedText, wholeText } from './estimate.js';

const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;

test('counts as OpenAI’s tokenizer does', () => {
  expect(countTokens('')).toBe(0);
  expect(countTokens('hello world')).toBe(2);
  expect(countTokens('antidisestablishmentarianism')).toBe(6);
  expect(countTokens('日本語')).toBe(2);
});

test('what looks like a special token is text', () => {
  expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
});

test('a chat has three tokens around each message and three that open the answer', () => {
  const message = { role: 'user', content: 'hello world' };
  const alone = countPromptTokens([message]);
  expect(alone).toBe(3 + 3 + countTokens('user\nhello world'));
  expect(countPromptTokens([message, message])).toBe(2 * alone - 3);
  expect(countPromptTokens([{ ...message, name: 'ada' }])).toBeGreaterThan(alone);
});

test('parts of a message count by their text; pictures do not count as text', () => {
  const parts = [
    { type: 'text', text: 'hello' },
    { type: 'image_url', image_url: { url: `data:image/png;base64,${'A'.repeat(5_000)}` } },
    { type: 'text', text: 'world' },
  ];
  expect(countPromptTokens([{ role: 'user', content: parts }])).toBe(6 + countTokens('user\nhello\nworld'));
});

test.each([undefined, null, 'hello', [null], [7], [{}], [{ content: null }], [{ content: [null, 'x'] }]])(
  'messages of a wrong shape do not matter: %j',
  (messages) => {
    expect(countPromptTokens(messages)).toBeGreaterThanOrEqual(0);
  }
);

test('in a message, calls of tools and refusals are text, too', () => {
  const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } };
  const custom = { id: 'call_2', type: 'custom', custom: { name: 'g', input: 'b' } };
  const counted = (message: object) => countPromptTokens([message]) - 6;
  expect(counted({ role: 'assistant', content: null, tool_calls: [call, custom] })).toBe(
    countTokens('assistant\nf\n{"a":1}\ng\nb')
  );
  expect(counted({ role: 'assistant', function_call: { name: 'f', arguments: '{}' } })).toBe(
    countTokens('assistant\nf\n{}')
  );
  expect(counted({ role: 'assistant', refusal: 'no' })).toBe(countTokens('assistant\nno'));
  expect(counted({ role: 'assistant', content: [{ type: 'refusal', refusal: 'no' }] })).toBe(
    countTokens('assistant\nno')
  );
});

test('the text of a stream is that of its deltas, the reasoning apart', () => {
  const stream = [
    ': comment\n\n',
    event({ choices: [{ delta: { role: 'assistant', content: '' } }] }),
    event({ choices: [{ delta: { reasoning_content: 'hm ' } }] }),
    event({ choices: [{ delta: { reasoning: 'well ', reasoning_content: null } }] }),
    event({ choices: [{ delta: { content: 'zażółć ' } }] }).replaceAll('\n', '\r\n'),
    event({
      choices: [{ delta: { refusal: 'I cannot ' } }, { delta: { audio: { data: 'AAAA', transcript: 'said ' } } }],
    }),
    event({ choices: [{ delta: { tool_calls: [{ function: { name: 'f', arguments: '{"a"' } }] } }] }),
    event({ choices: [{ delta: { tool_calls: [{ function: { arguments: ':1}' } }] } }] }),
    event({ choices: [{ delta: { tool_calls: [{ custom: { name: 'g', input: 'x' } }] } }] }),
    event({ choices: [{ delta: { function_call: { name: 'old', arguments: '{}' } } }] }),
    event({ choices: [], usage: { prompt_tokens: 1 } }),
    'data: not json\n\n',
    'data: [DONE]\n\n',
  ];
  expect(streamedText(stream.join(''))).toEqual({
    reasoning: 'hm well ',
    answer: 'zażółć I cannot said f{"a":1}gxold{}',
  });
});

test('reasoning that a server sends under both names counts once', () => {
  const both = event({ choices: [{ delta: { reasoning: 'hm', reasoning_content: 'hm' } }] });
  expect(streamedText(both)).toEqual({ reasoning: 'hm', answer: '' });
});

test('the text of a whole answer is that of its choices', () => {
  const choices = [
    { message: { content: 'one', reasoning_content: 'why' } },
    { message: { tool_calls: [{ function: { name: 'f' } }], refusal: 'no' } },
  ];
  expect(wholeText(JSON.stringify({ choices }))).toEqual({ reasoning: 'why', answer: 'onenof' });
});

test.each(['', 'null', '[]', '{}', '{"choices":null}', '{"choices":{}}', '{"choices":[null]}', '{"choices":[{}]}'])(
  'an answer of a wrong shape has no text: %j',
  (answer) => {
    const nothing = { reasoning: '', answer: '' };
    expect(wholeText(answer)).toEqual(nothing);
    expect(streamedText(`data: ${answer}\n\n`)).toEqual(nothing);
  }
);

test('reasoning is part of the output; what is estimated is marked', () => {
  const generated = { reasoning: 'one two three', answer: 'hello world' };
  expect(estimateUsage({ messages: [{ role: 'user', content: 'hi' }] }, generated)).toEqual({
    input: 6 + countTokens('user\nhi'),
    cachedInput: 0,
    output: 3 + 2,
    reasoning: 3,
    source: 'estimated',
  });
});

test('tools and the shape asked for are part of the prompt', () => {
  const messages = [{ role: 'user', content: 'hi' }];
  const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }];
  const format = { type: 'json_schema', json_schema: { name: 's', schema: { type: 'object' } } };
  const input = (body: object) => estimateUsage({ messages, ...body }, { reasoning: '', answer: '' }).input;
  expect(input({ tools }) - input({})).toBe(countTokens(JSON.stringify(tools)));
  expect(input({ functions: tools }) - input({})).toBe(countTokens(JSON.stringify(tools)));
  expect(input({ response_format: format }) - input({})).toBe(countTokens(JSON.stringify(format)));
});

test('a long text without spaces takes time in proportion to its length, not to its square', () => {
  const random = seededRandom(7);
  const time = (length: number) => {
    // Never the same letters twice: the tokenizer remembers what it has merged.
    const text = Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
    const start = process.cpuUsage();
    countTokens(text);
    return process.cpuUsage(start).user;
  };
  time(20_000);
  const [short, long] = [time(20_000), time(160_000)];
  // 8 times the text: 8 times the work, where the square would be 64 times.
  expect(long / short).toBeLessThan(30);
});

test('of a very long text the rest is taken to be like its beginning', () => {
  const words = 'one two three four '.repeat(50_000);
  const counted = countTokens(words.slice(0, 100_000));
  expect(countTokens(words) / (counted * (words.length / 100_000))).toBeCloseTo(1, 2);
});
