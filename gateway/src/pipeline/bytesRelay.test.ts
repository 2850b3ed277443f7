import { RecordingStream } from '../../../tests/support/recordingStream.js';
import { BytesRelay } from './bytesRelay.js';

function relayTo(takes = () => true) {
  const client = new RecordingStream(takes);
  const open = jest.fn((_contentType: string) => client);
  return { relay: new BytesRelay({ provider: 'openai', open }), client, open };
}

test('bytes pass as they come, under the type that the provider says', () => {
  const { relay, client, open } = relayTo();
  expect(relay.takes({ 'content-type': 'audio/mpeg' })).toBe('bytes');
  expect(relay.firstEventAt).toBeUndefined();
  relay.receive(Buffer.from('so'), () => undefined);
  relay.receive(Buffer.from('und'), () => undefined);
  expect(open.mock.calls).toEqual([['audio/mpeg']]);
  expect(client.written).toBe('sound');
  expect(relay.firstEventAt).toBeGreaterThan(0);
  expect(relay.end(false)).toBeUndefined();
});

test('without a type they are bytes of any kind', () => {
  const { relay, open } = relayTo();
  expect(relay.takes({})).toBe('bytes');
  relay.receive(Buffer.from('x'), () => undefined);
  expect(open).toHaveBeenCalledWith('application/octet-stream');
});

test.each(['application/json', 'application/json; charset=utf-8', 'text/html'])('%s is no such answer', (type) => {
  expect(relayTo().relay.takes({ 'content-type': type })).toBeUndefined();
});

test('what is cut off is interrupted: nothing in the bytes says so', () => {
  const { relay } = relayTo();
  relay.receive(Buffer.from('so'), () => undefined);
  expect(() => relay.end(true)).toThrow(expect.objectContaining({ type: 'stream_interrupted' }) as Error);
});

test('a client that reads slowly is waited for', () => {
  const { relay, client } = relayTo(() => false);
  const resume = jest.fn();
  expect(relay.receive(Buffer.from('so'), resume)).toBe(false);
  client.drained();
  expect(resume).toHaveBeenCalledTimes(1);
});

test('nothing in them is read', () => {
  const { relay } = relayTo();
  relay.receive(Buffer.from('{"usage":{"input_tokens":1}}'), () => undefined);
  expect([relay.text(), relay.usage, relay.firstEvents, relay.complete]).toEqual(['', undefined, undefined, false]);
});
