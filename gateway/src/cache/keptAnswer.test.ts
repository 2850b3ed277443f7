import { keptStream, keptWhole } from './keptAnswer.js';

const choice = (over: object = {}) => ({
  index: 0,
  message: { role: 'assistant', content: 'Hi' },
  finish_reason: 'stop',
  ...over,
});
const whole = (...choices: readonly object[]) => Buffer.from(JSON.stringify({ id: 'a', choices }));

test.each<[string, Buffer, object, boolean]>([
  ['an answer', whole(choice()), {}, true],
  ['one that was long enough', whole(choice({ finish_reason: 'length' })), {}, true],
  ['calls of tools', whole(choice({ finish_reason: 'tool_calls' })), {}, true],
  ['as many as were asked for', whole(choice(), choice({ index: 1 })), { n: 2 }, true],
  ['fewer than were asked for', whole(choice()), { n: 2 }, false],
  ['n of null', whole(choice()), { n: null }, true],
  ['one that a filter cut off', whole(choice({ finish_reason: 'content_filter' })), {}, false],
  ['one that did not end', whole(choice({ finish_reason: null })), {}, false],
  ['one of two that did not end', whole(choice(), choice({ finish_reason: null })), { n: 2 }, false],
  ['speech', whole(choice({ message: { role: 'assistant', audio: { id: 'x', data: '' } } })), {}, false],
  ['no choices', whole(), {}, false],
  ['an error', Buffer.from('{"error":{"message":"no"}}'), {}, false],
  ['a list', Buffer.from('[]'), {}, false],
  ['no JSON', Buffer.from('<html>'), {}, false],
])('%s', (_what, body, request, kept) => {
  expect(keptWhole(body, { ...request })).toBe(kept ? body : undefined);
});

const events = (...chunks: readonly object[]) => chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('');
const delta = (content: string, finish_reason: string | null = null, index = 0) => ({
  id: 'a',
  choices: [{ index, delta: { content }, finish_reason }],
});

test('a stream is kept as a whole answer', async () => {
  const body = await keptStream(`${events(delta('Hel'), delta('lo', 'stop'))}data: [DONE]\n\n`, {});
  expect(JSON.parse(String(body))).toMatchObject({
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
  });
});

test.each([
  ['that did not end', events(delta('Hel')), {}],
  ['of which one choice is missing', events(delta('Hello', 'stop')), { n: 2 }],
  ['of which one choice did not end', events(delta('Hello', 'stop'), delta('Hi', null, 1)), { n: 2 }],
  ['of nothing', '', {}],
])('a stream %s is not kept', async (_what, stream, request) => {
  expect(await keptStream(stream, { ...request })).toBeUndefined();
});
