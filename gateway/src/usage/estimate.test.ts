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

test('the text of a stream is that of its deltas', () => {
  const stream = [
    ': comment\n\n',
    event({ choices: [{ delta: { role: 'assistant', content: '' } }] }),
    event({ choices: [{ delta: { reasoning_content: 'hm ' } }] }),
    event({ choices: [{ delta: { content: 'zażółć ' } }] }).replaceAll('\n', '\r\n'),
    event({ choices: [{ delta: { tool_calls: [{ function: { name: 'f', arguments: '{"a"' } }] } }] }),
    event({ choices: [{ delta: { tool_calls: [{ function: { arguments: ':1}' } }] } }] }),
    event({ choices: [], usage: { prompt_tokens: 1 } }),
    'data: not json\n\n',
    'data: [DONE]\n\n',
  ];
  expect(streamedText(stream.join(''))).toBe('hm zażółć f{"a":1}');
});

test('the text of a whole answer is that of its choices', () => {
  const choices = [{ message: { content: 'one' } }, { message: { tool_calls: [{ function: { name: 'f' } }] } }];
  expect(wholeText(JSON.stringify({ choices }))).toBe('onef');
});

test.each(['', 'null', '[]', '{}', '{"choices":null}', '{"choices":{}}', '{"choices":[null]}', '{"choices":[{}]}'])(
  'an answer of a wrong shape has no text: %j',
  (answer) => {
    expect(wholeText(answer)).toBe('');
    expect(streamedText(`data: ${answer}\n\n`)).toBe('');
  }
);

test('is marked as estimated', () => {
  expect(estimateUsage({ messages: [{ role: 'user', content: 'hi' }] }, 'hello world')).toEqual({
    input: 6 + countTokens('user\nhi'),
    cachedInput: 0,
    output: 2,
    reasoning: 0,
    source: 'estimated',
  });
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
