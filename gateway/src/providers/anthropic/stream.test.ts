import { chance, integer, pick, seededRandom } from '../../../../tests/support/random.js';
import type { Fields } from '../../chat/completion/fields.js';
import { joinChunks } from '../../chat/completion/joinChunks.js';
import { readEvents } from '../../chat/events/readEvents.js';
import { writeEvent } from '../../chat/events/writeEvent.js';
import { toCompletion } from './answer.js';
import { AnthropicStream } from './stream.js';
import { eventsOf, head, usage } from '../../../../tests/support/anthropicEvents.js';

type Random = () => number;

function randomMessage(random: Random): Fields {
  const some = (most: number, make: (index: number) => Fields) =>
    Array.from({ length: integer(random, 0, most) }, (_none, index) => make(index));
  const text = () => pick(random, ['Hello there', 'a\n\nb', 'event: ping\ndata: {}\n\n', '🐘 zażółć', '"']);
  const content = [
    ...some(2, () =>
      chance(random, 0.3)
        ? { type: 'redacted_thinking', data: 'x' }
        : { type: 'thinking', thinking: text(), signature: `s${integer(random, 0, 99)}` }
    ),
    ...some(2, () => ({ type: 'text', text: text() })),
    ...some(3, (index) => ({
      type: 'tool_use',
      id: `toolu_${index}`,
      name: pick(random, ['f', 'g']),
      input: chance(random, 0.3) ? {} : { [text()]: text(), n: integer(random, 0, 9) },
    })),
  ];
  const calls = content.some(({ type }) => type === 'tool_use');
  const stop_reason = calls ? 'tool_use' : pick(random, ['end_turn', 'max_tokens', 'stop_sequence']);
  return { ...head, content, stop_reason, stop_sequence: stop_reason === 'stop_sequence' ? 'END' : null, usage };
}

/** Pushes a stream in chunks of any size. */
function translate(events: string, random: Random, body: Fields = {}): string {
  const stream = new AnthropicStream('anthropic', body, 7);
  const bytes = Buffer.from(events);
  const translated: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const to = at + integer(random, 1, 200);
    translated.push(stream.push(bytes.subarray(at, to)));
    at = to;
  }
  expect(stream.unfinished).toBe(false);
  return Buffer.concat(translated).toString();
}

test('a stream amounts to the same as the whole answer, wherever it is cut', async () => {
  const random = seededRandom(11);
  for (let round = 0; round < 300; round++) {
    const message = randomMessage(random);
    const whole = toCompletion(message, {}, 7) as { choices: Array<{ message: Fields }> } & Fields;
    const joined = (await joinChunks(translate(eventsOf(message, random), random))) as typeof whole;
    const { refusal: _none, ...said } = whole.choices[0]?.message as Fields;
    // A stream of redacted thinking alone has no text of it.
    const reasoning = said['reasoning_content'] === '' ? { reasoning_content: '' } : {};
    expect(joined.choices[0]?.message === undefined ? {} : { ...reasoning, ...joined.choices[0].message }).toEqual(
      said
    );
    expect({ ...joined, choices: [{ ...joined.choices[0], message: 0 }] }).toEqual({
      ...whole,
      choices: [{ ...whole.choices[0], message: 0 }],
    });
  }
});

test('pieces go out as they come in', () => {
  const random = seededRandom(2);
  const message = { ...head, content: [{ type: 'text', text: 'Hello there' }], stop_reason: 'end_turn' };
  const [role, ...rest] = readEvents(Buffer.from(translate(eventsOf(message, random), random)));
  expect(JSON.parse(role?.data ?? '')).toMatchObject({
    id: 'chatcmpl-msg_1',
    object: 'chat.completion.chunk',
    created: 7,
    choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }],
  });
  expect(rest.length).toBeGreaterThan(3);
  expect(rest.at(-1)?.data).toBe('[DONE]');
  expect(JSON.parse(rest.at(-2)?.data ?? '')).toMatchObject({ choices: [], usage: { prompt_tokens: 5 } });
  expect(JSON.parse(rest.at(-3)?.data ?? '')).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
});

test('an answer in JSON by a tool is content', async () => {
  const random = seededRandom(3);
  const content = [{ type: 'tool_use', id: 'a', name: 'json_output', input: { a: 1 } }];
  const events = eventsOf({ ...head, content, stop_reason: 'tool_use', stop_sequence: null }, random);
  const translated = translate(events, random, { response_format: { type: 'json_object' } });
  expect(await joinChunks(translated)).toMatchObject({
    choices: [{ message: { content: '{"a":1}' }, finish_reason: 'stop' }],
  });
});

test('nothing is said before there is content, so that an overloaded provider is one that failed', () => {
  const stream = new AnthropicStream('anthropic', {}, 7);
  const start = { type: 'message_start', message: { ...head, usage } };
  expect(stream.push(Buffer.from(writeEvent(start)))).toHaveLength(0);
  const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
  expect(() => stream.push(Buffer.from(writeEvent(error)))).toThrow(
    expect.objectContaining({ status: 503, message: 'Overloaded' })
  );
});

test('a stream that breaks off has no end', () => {
  const random = seededRandom(4);
  const message = { ...head, content: [{ type: 'text', text: 'Hello' }], stop_reason: 'end_turn' };
  const events = eventsOf(message, random);
  const stream = new AnthropicStream('anthropic', {}, 7);
  const cutOff = Buffer.from(events.slice(0, events.indexOf('event: message_stop') + 30));
  expect(stream.push(cutOff).toString()).not.toContain('[DONE]');
  expect(stream.unfinished).toBe(true);
});

test.each([
  ['no JSON', 'data: {"type":\n\n'],
  ['a list', 'data: []\n\n'],
  ['content before its message', writeEvent({ type: 'content_block_stop', index: 0 })],
  ['no message', writeEvent({ type: 'message_start' })],
])('what is no stream of Anthropic: %s', (_what, events) => {
  expect(() => new AnthropicStream('anthropic', {}, 7).push(Buffer.from(events))).toThrow(
    expect.objectContaining({ status: 502, type: 'invalid_response' })
  );
});
