import { cut, seededRandom } from '../../../tests/support/random.js';
import { RecordingStream } from '../../../tests/support/recordingStream.js';
import { OPERATIONS } from '../operations/index.js';
import type { TypedEvents } from '../operations/operation.js';
import { EventSplitter } from '../upstream/eventSplitter.js';
import { EventsRelay } from './eventsRelay.js';

const typed = (type: string, more: object = {}) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
const USAGE = { input_tokens: 7, output_tokens: 3, total_tokens: 10 };
const CREATED = typed('response.created', { response: { error: null, usage: null } });
const DELTA = typed('response.output_text.delta', { delta: 'Grüße "response.completed"' });
const COMPLETED = typed('response.completed', { response: { usage: USAGE } });
const IMAGE = typed('image_generation.completed', { b64_json: 'YQ==', usage: USAGE });

function eventsOf(name: 'responses' | 'images' | 'messages'): TypedEvents {
  const pieces = OPERATIONS[name].pieces({ stream: true } as never);
  if (pieces?.kind !== 'events') {
    throw new Error(`${name} does not come in events`);
  }
  return pieces.events;
}

function relayTo(name: 'responses' | 'images' | 'messages' = 'responses', takes = () => true) {
  const client = new RecordingStream(takes);
  const open = jest.fn(() => client);
  const relay = new EventsRelay({ provider: 'openai', events: eventsOf(name), open });
  const push = (events: string, resume: () => void = () => undefined) => relay.receive(Buffer.from(events), resume);
  return { relay, client, open, push };
}

test('events pass as they are, wherever the stream is cut; the end is held back', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 50; round++) {
    const { relay, client } = relayTo();
    const splitter = new EventSplitter();
    for (const piece of cut(Buffer.from(CREATED + DELTA + DELTA + COMPLETED), random, 40)) {
      const whole = splitter.push(piece);
      if (whole !== undefined) {
        relay.receive(whole, () => undefined);
      }
    }
    expect(client.written).toBe(CREATED + DELTA + DELTA);
    expect(relay.complete).toBe(true);
    expect(relay.end()?.toString()).toBe(COMPLETED);
    expect(relay.usage).toMatchObject({ input: 7, output: 3, source: 'provider' });
    expect(relay.text()).toBe(CREATED + DELTA + DELTA + COMPLETED);
  }
});

test('the answer begins with the first event that is one, once', () => {
  const { relay, open, push } = relayTo();
  push(': keep alive\n\n');
  expect(open).not.toHaveBeenCalled();
  expect(relay.firstEventAt).toBeUndefined();
  push(CREATED);
  push(DELTA);
  expect(open).toHaveBeenCalledTimes(1);
  expect(relay.firstEventAt).toBeGreaterThan(0);
  expect(relay.firstEvents?.toString()).toBe(CREATED);
});

test('what comes behind the end is not passed on', () => {
  const { relay, client, push } = relayTo();
  push(CREATED + COMPLETED);
  push(DELTA);
  expect(client.written).toBe(CREATED);
  expect(relay.end()?.toString()).toBe(COMPLETED);
});

test('several ends: each but the last goes on as the next comes, and all are counted', () => {
  const { relay, client, push } = relayTo('images');
  push(IMAGE);
  expect(client.written).toBe('');
  expect(relay.complete).toBe(false);
  push(IMAGE + IMAGE);
  expect(client.written).toBe(IMAGE + IMAGE);
  expect(relay.end()?.toString()).toBe(IMAGE);
  expect(relay.usage).toMatchObject({ input: 21, output: 9, images: 3 });
});

test('pictures of how an image comes to be are none, however events arrive together', () => {
  const partial = typed('image_generation.partial_image', { b64_json: 'YQ==', partial_image_index: 0 });
  const plain = typed('image_generation.completed', { b64_json: 'YQ==' });
  for (const chunks of [[partial + partial + plain], [partial, partial + plain], [partial, partial, plain]]) {
    const { relay, push } = relayTo('images');
    chunks.forEach((chunk) => push(chunk));
    expect(relay.usage).toMatchObject({ images: 1, source: 'provider' });
  }
});

test.each([
  ['in error', typed('error', { error: { message: 'It broke.', code: 'overloaded' } })],
  ['in the event itself', typed('error', { message: 'It broke.', code: 'overloaded' })],
  ['in a response', typed('response.failed', { response: { error: { message: 'It broke.', code: 'overloaded' } } })],
])('a failure that is told %s is the provider’s', (_where, event) => {
  const failure = { status: 502, type: 'upstream_error', code: 'overloaded', message: 'It broke.' };
  const before = relayTo();
  expect(() => before.push(event)).toThrow(expect.objectContaining(failure) as Error);
  expect(before.open).not.toHaveBeenCalled();

  const after = relayTo();
  after.push(CREATED);
  expect(() => after.push(DELTA + event)).toThrow(expect.objectContaining(failure) as Error);
  expect(after.client.written).toBe(CREATED + DELTA);
});

test('a failure without words is told as one', () => {
  expect(() => relayTo().push(typed('response.failed'))).toThrow(/openai reported an error/);
});

test('a stream that stops before its end is interrupted', () => {
  const { relay, push } = relayTo();
  push(CREATED + DELTA);
  expect(() => relay.end()).toThrow(expect.objectContaining({ type: 'stream_interrupted' }) as Error);
});

test('data that is no JSON is no end', () => {
  const { relay, client, push } = relayTo();
  const odd = 'data: "usage" {"type":"response.completed"\n\n';
  push(odd);
  expect(client.written).toBe(odd);
  expect(relay.complete).toBe(false);
});

test('a client that reads slowly is waited for', () => {
  const { client, push } = relayTo('responses', () => false);
  const resume = jest.fn();
  expect(push(CREATED, resume)).toBe(false);
  client.drained();
  expect(resume).toHaveBeenCalledTimes(1);
});

test.each([
  ['text/event-stream; charset=utf-8', 'events'],
  ['application/json', undefined],
  [undefined, undefined],
])('takes %s as %s', (type, expected) => {
  expect(relayTo().relay.takes({ 'content-type': type })).toBe(expected);
});
