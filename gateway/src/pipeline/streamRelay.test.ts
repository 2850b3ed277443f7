import { cut, seededRandom } from '../../../tests/support/random.js';
import { RecordingStream } from '../../../tests/support/recordingStream.js';
import { EventSplitter } from '../upstream/eventSplitter.js';
import { StreamRelay } from './streamRelay.js';

const event = (data: object | string): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const content = (text: string, more: object = {}) =>
  event({ choices: [{ index: 0, delta: { content: text } }], ...more });
const finish = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
const usage = event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } });
const DONE = event('[DONE]');

const REPORTED = { input: 7, cachedInput: 0, output: 3, reasoning: 0, source: 'provider' };

function relayTo({ forwardUsage = false, takes = (): boolean => true } = {}) {
  const client = new RecordingStream(takes);
  const open = jest.fn(() => client);
  const relay = new StreamRelay({ provider: 'openai', forwardUsage, open });
  const push = (events: string, resume: () => void = () => undefined) => relay.receive(Buffer.from(events), resume);
  return { relay, client, open, push };
}

/** What a client gets when the provider sends these chunks and closes. */
function relayed(chunks: readonly string[], options: { forwardUsage?: boolean; unfinished?: boolean } = {}) {
  const { relay, client, push } = relayTo(options);
  chunks.forEach((chunk) => push(chunk));
  return { relay, text: client.written + relay.end(options.unfinished ?? false).toString('utf8') };
}

test('events pass as they are', () => {
  const odd = ': comment\n\nevent: x\nid: 7\ndata: {"choices" : [ ] , "a":"\\u00e9 é"}\r\n\r\n';
  expect(relayed([content('a'), odd, content('b') + content('c'), finish, DONE]).text).toBe(
    content('a') + odd + content('b') + content('c') + finish + DONE
  );
});

test('the client’s answer starts with the first whole event, once', () => {
  const { open, push, relay } = relayTo();
  expect(open).not.toHaveBeenCalled();
  expect(relay.firstEventAt).toBeUndefined();
  push(content('a'));
  push(content('b'));
  expect(open).toHaveBeenCalledTimes(1);
  expect(relay.firstEventAt).toBeLessThanOrEqual(performance.now());
});

describe('the end marker', () => {
  test.each([
    ['in a chunk of its own', [content('a'), finish, DONE]],
    ['behind the last event', [content('a') + finish + DONE]],
    ['with CRLF', [content('a'), finish, 'data: [DONE]\r\n\r\n']],
    ['without a space', [content('a'), finish, 'data:[DONE]\n\n']],
  ])('is held back until the end: %s', (_where, chunks) => {
    const { relay, client, push } = relayTo();
    chunks.forEach((chunk) => push(chunk));
    expect(client.written).toBe(content('a') + finish);
    expect(relay.end(false).toString()).toMatch(/^data: ?\[DONE\]\r?\n\r?\n$/);
  });

  test('completes the answer; what comes behind it is nobody’s', () => {
    const { relay, client, push } = relayTo();
    push(content('a') + finish);
    expect(relay.complete).toBe(false);
    push(DONE);
    expect(relay.complete).toBe(true);
    push(content('b') + usage);
    expect(client.written).toBe(content('a') + finish);
    expect(relay.usage).toBeUndefined();
  });

  test('is not mistaken for a text that ends in a bracket', () => {
    const text = content('[DONE]') + event('[1]');
    const { client, push } = relayTo();
    push(text);
    expect(client.written).toBe(text);
  });

  test('that is missing is added when the answer was complete', () => {
    expect(relayed([content('a'), finish]).text).toBe(content('a') + finish + DONE);
  });

  test.each([
    ['no finish reason', [content('a')], false],
    ['a finish reason of null', [content('a'), event({ choices: [{ delta: {}, finish_reason: null }] })], false],
    ['finish_reason only as text of the answer', [content('"finish_reason":"stop"')], false],
    ['an event cut short', [content('a'), finish], true],
  ])('that is missing with %s is an interruption', (_what, chunks, unfinished) => {
    expect(() => relayed(chunks, { unfinished })).toThrow(
      expect.objectContaining({ status: 502, type: 'stream_interrupted' })
    );
  });
});

describe('usage', () => {
  test('that nobody asked for is read and taken out', () => {
    const { relay, text } = relayed([content('a'), finish, usage, DONE]);
    expect(relay.usage).toEqual(REPORTED);
    expect(text).toBe(content('a') + finish + DONE);
  });

  test('that the client asked for is read and passed on', () => {
    const { relay, text } = relayed([content('a'), finish, usage, DONE], { forwardUsage: true });
    expect(relay.usage).toEqual(REPORTED);
    expect(text).toBe(content('a') + finish + usage + DONE);
  });

  test('on an event with choices stays where it is', () => {
    const last = event({
      choices: [{ delta: {}, finish_reason: 'stop' }],
      usage: { prompt_tokens: 7, completion_tokens: 3 },
    });
    const { relay, text } = relayed([content('a'), last, DONE]);
    expect(relay.usage).toEqual(REPORTED);
    expect(text).toBe(content('a') + last + DONE);
  });

  test('that grows with every event is what the last one says', () => {
    const growing = [1, 2, 3].map((output) => content('a', { usage: { prompt_tokens: 7, completion_tokens: output } }));
    expect(relayed([...growing, finish, DONE]).relay.usage).toEqual(REPORTED);
  });

  test('of null is none', () => {
    const { relay, text } = relayed([content('a', { usage: null }), finish, DONE]);
    expect(relay.usage).toBeUndefined();
    expect(text).toBe(content('a', { usage: null }) + finish + DONE);
  });

  test('written with spaces and CRLF is found', () => {
    const spaced = 'data: { "choices": [], "usage" : { "prompt_tokens": 7, "completion_tokens": 3 } }\r\n\r\n';
    const { relay, text } = relayed([content('a'), finish, spaced + DONE]);
    expect(relay.usage).toEqual(REPORTED);
    expect(text).toBe(content('a') + finish + DONE);
  });

  test('in the text of an answer is text', () => {
    const text = content('{"usage": {"prompt_tokens": 9}}');
    const { relay, client, push } = relayTo();
    push(text);
    expect(relay.usage).toBeUndefined();
    expect(client.written).toBe(text);
  });

  test('is found and taken out however the stream is cut', () => {
    const stream = Buffer.from(content('zażółć 🐘') + content('"usage": {"a": 1}') + finish + usage + DONE);
    const expected = content('zażółć 🐘') + content('"usage": {"a": 1}') + finish + DONE;
    const random = seededRandom(5);
    for (let round = 0; round < 500; round++) {
      const splitter = new EventSplitter();
      const { relay, client, push } = relayTo();
      for (const chunk of cut(stream, random, 1 + (round % 200))) {
        const events = splitter.push(chunk);
        if (events !== undefined) {
          push(events.toString('utf8'));
        }
      }
      expect(relay.usage).toEqual(REPORTED);
      expect(client.written + relay.end(splitter.unfinished).toString()).toBe(expected);
    }
  });
});

describe('an error event', () => {
  const failure = event({ error: { message: 'The engine is overloaded.', type: 'server_error', code: 'overloaded' } });
  const told = { status: 502, type: 'upstream_error', message: 'The engine is overloaded.', code: 'overloaded' };

  test('that comes first never reaches the client', () => {
    const { open, push } = relayTo();
    expect(() => push(failure)).toThrow(expect.objectContaining(told));
    expect(open).not.toHaveBeenCalled();
  });

  test('in mid-stream is told, and what came before is kept for counting', () => {
    const { relay, client, push } = relayTo();
    push(content('a'));
    expect(() => push(failure)).toThrow(expect.objectContaining(told));
    expect(client.written).toBe(content('a'));
    expect(relay.text()).toBe(content('a'));
  });

  test.each([
    ['behind an error of null', event({ error: null, choices: [] }) + failure],
    ['before the end marker', failure + DONE],
    ['with a name', `event: error\n${failure}`],
  ])('is found %s', (_where, chunk) => {
    const { push } = relayTo();
    push(content('a'));
    expect(() => push(chunk)).toThrow(expect.objectContaining(told));
  });

  test('without a message says who failed', () => {
    const { push } = relayTo();
    expect(() => push(event({ error: {} }))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('openai') })
    );
  });

  test('is not seen in an error of null or in the text of an answer', () => {
    const harmless = event({ error: null, choices: [] }) + content('{"error": {"message": "x"}}');
    const { client, push } = relayTo();
    push(harmless);
    expect(client.written).toBe(harmless);
  });
});

test('a client that does not take more pauses the provider until it does', () => {
  let takes = true;
  const resume = jest.fn();
  const { client, push } = relayTo({ takes: () => takes });
  expect(push(content('a'), resume)).toBe(true);
  takes = false;
  expect(push(content('b'), resume)).toBe(false);
  expect(resume).not.toHaveBeenCalled();
  client.drained();
  expect(resume).toHaveBeenCalledTimes(1);
});

test('a chunk that holds nothing for the client does not pause', () => {
  const { push } = relayTo({ takes: () => false });
  push(content('a'));
  expect(push(usage + DONE)).toBe(true);
});

test('comments that keep the connection alive are no answer yet', () => {
  const { open, push, relay } = relayTo();
  push(': OPENROUTER PROCESSING\n\n');
  expect(open).not.toHaveBeenCalled();
  expect(relay.firstEventAt).toBeUndefined();
  push(content('a'));
  expect(open).toHaveBeenCalledTimes(1);
});

test('what comes before an error in the same chunk still reaches a client that has an answer', () => {
  const { client, push, relay } = relayTo();
  push(content('a'));
  expect(() => push(content('b') + event({ error: { message: 'overloaded' } }))).toThrow('overloaded');
  expect(client.written).toBe(content('a') + content('b'));
  expect(relay.text()).toBe(content('a') + content('b'));
});

test('an error that is only a text is one too', () => {
  const { push } = relayTo();
  expect(() => push(event({ error: 'model crashed' }))).toThrow('model crashed');
});

test('a finish reason behind more than is kept for counting still ends the answer well', () => {
  const { push, relay } = relayTo();
  const large = content('x'.repeat(1024 * 1024));
  for (let index = 0; index < 6; index++) {
    push(large);
  }
  push(finish);
  push(usage);
  expect(relay.end(false).toString()).toBe('data: [DONE]\n\n');
});
