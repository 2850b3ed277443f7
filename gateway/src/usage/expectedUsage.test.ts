import { parseChatParameters } from '../chat/chatParameters.js';
import { countPromptTokens } from './estimate.js';
import { expectedUsage } from './expectedUsage.js';

function expected(body: object) {
  const bytes = Buffer.from(JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Hello' }], ...body }));
  return expectedUsage(parseChatParameters(bytes), bytes.length, 1024);
}

test.each<[object, number]>([
  [{}, 1024],
  [{ max_tokens: 10 }, 10],
  [{ max_completion_tokens: 20, max_tokens: 10 }, 20],
  [{ max_tokens: 10, n: 3 }, 30],
  [{ n: 2 }, 2048],
  [{ max_tokens: -1 }, 1024],
  [{ max_tokens: '10' }, 1024],
  [{ max_tokens: 10, n: 1e9 }, 1280],
])('output of %j is at most %d', (body, output) => {
  expect(expected(body).most.output).toBe(output);
  expect(expected(body).likely().output).toBe(output);
});

test.each([
  'Hello',
  'ünïcödé ☃ 漢字 ' + '😀'.repeat(50),
  'x'.repeat(5_000),
  'a b c d e f g '.repeat(500),
  JSON.stringify({ nested: [1, 2, { three: '"quotes"' }] }),
])('the bound of a prompt is no less than the count: %.20s', (content) => {
  const { most, likely } = expected({ messages: [{ role: 'user', content }] });
  const counted = countPromptTokens([{ role: 'user', content }]);
  expect(most.input).toBeGreaterThanOrEqual(counted);
  expect(likely().input).toBeGreaterThanOrEqual(counted);
  expect(likely().input).toBeLessThanOrEqual(Math.ceil(counted * 1.1));
});

test('tools are part of the prompt', () => {
  const tools = [{ type: 'function', function: { name: 'weather', description: 'It rains. '.repeat(100) } }];
  expect(expected({ tools }).likely().input).toBeGreaterThan(expected({}).likely().input + 200);
});

test('an image that is only linked to counts as a large one', () => {
  const link = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'What is this?' }, link, link] }];
  expect(expected({ messages }).likely().input).toBeGreaterThan(3_200);
  expect(expected({ messages }).most.input).toBeGreaterThan(3_200);
});

test('an answer that may be spoken is priced as speech', () => {
  expect(expected({ modalities: ['text', 'audio'], max_tokens: 10 }).most.audioOutput).toBe(10);
  expect(expected({ modalities: ['text'], max_tokens: 10 }).most.audioOutput).toBeUndefined();
});
