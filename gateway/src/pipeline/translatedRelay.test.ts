import { RecordingStream } from '../../../tests/support/recordingStream.js';
import type { StreamTranslator } from '../providers/chatDialect.js';
import { StreamRelay } from './streamRelay.js';
import { TranslatedRelay } from './translatedRelay.js';

const event = (data: object | string) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const content = (text: string) => event({ choices: [{ index: 0, delta: { content: text } }] });
const usage = event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } });
const DONE = event('[DONE]');

/** Lines become chunks; a full stop is the end. */
class LineTranslator implements StreamTranslator {
  private rest = '';

  push(bytes: Buffer): Buffer {
    const lines = (this.rest + bytes.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    return Buffer.from(lines.map((line) => (line === '.' ? usage + DONE : content(line))).join(''));
  }
  get unfinished(): boolean {
    return this.rest !== '';
  }
}

function relayTo(takes = () => true) {
  const client = new RecordingStream(takes);
  const open = jest.fn(() => client);
  const inner = new StreamRelay({ provider: 'p', forwardUsage: true, open });
  const relay = new TranslatedRelay(inner, new LineTranslator(), 'application/x-lines');
  const push = (text: string, resume: () => void = () => undefined) => relay.receive(Buffer.from(text), resume);
  return { relay, client, open, push };
}

test('what comes of the provider’s bytes is relayed, and read', () => {
  const { relay, client, push } = relayTo();
  push('Hel');
  push('lo\nyou\n.\n');
  expect(client.written).toBe(content('Hello') + content('you') + usage);
  expect(relay.complete).toBe(true);
  expect(relay.end(false)?.toString()).toBe(DONE);
  expect(relay.usage).toMatchObject({ input: 7, output: 3 });
  expect(relay.text()).toBe(content('Hello') + content('you') + usage + DONE);
  expect(relay.firstEvents?.toString()).toContain('Hello');
});

test('as long as nothing comes of them, there is no answer yet, and no reason to pause', () => {
  const { relay, open, push } = relayTo(() => false);
  expect(push('Hel')).toBe(true);
  expect(open).not.toHaveBeenCalled();
  expect([relay.stream, relay.firstEventAt]).toEqual([undefined, undefined]);
  expect(relay.unfinished).toBe(true);
  expect(push('lo\n')).toBe(false);
  expect(relay.stream).toBeDefined();
  expect(relay.unfinished).toBe(false);
});

test('a stream without its end is interrupted', () => {
  const { relay, push } = relayTo();
  push('Hello\nyo');
  expect(() => relay.end(relay.unfinished)).toThrow(expect.objectContaining({ type: 'stream_interrupted' }) as Error);
});

test('it takes the provider’s type alone, byte by byte', () => {
  const { relay } = relayTo();
  expect(relay.takes({ 'content-type': 'application/x-lines; charset=utf-8' })).toBe('bytes');
  expect(relay.takes({ 'content-type': 'text/event-stream' })).toBeUndefined();
  expect(relay.takes({})).toBeUndefined();
});
