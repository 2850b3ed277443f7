import { cut, seededRandom } from '../../../tests/support/random.js';
import { EventSplitter } from './eventSplitter.js';

/** Feeds chunks and returns what came out, and whether the stream stopped inside an event. */
function split(chunks: readonly Buffer[]): { pieces: Buffer[]; unfinished: boolean } {
  const splitter = new EventSplitter();
  const pieces = chunks.flatMap((chunk) => splitter.push(chunk) ?? []);
  return { pieces, unfinished: splitter.unfinished };
}

const EVENTS = [
  'data: {"content":"plain"}',
  'data: {"content":"zażółć gęślą 🐘🇵🇱 日本語"}',
  'event: message\nid: 1\ndata: {"a":1}',
  ': keep-alive',
  'data: line one\ndata: line two',
  'data: [DONE]',
];

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('lines that end in %s', (_name, newline) => {
  const stream = Buffer.from(EVENTS.map((event) => `${event.replaceAll('\n', newline)}${newline}${newline}`).join(''));
  const boundary = `${newline}${newline}`;

  test('come out as they went in, however they are cut', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 1_000; round++) {
      const { pieces, unfinished } = split(cut(stream, random, 1 + (round % 60)));
      expect(Buffer.concat(pieces).equals(stream)).toBe(true);
      expect(unfinished).toBe(false);
      for (const piece of pieces) {
        expect(piece.toString('utf8').endsWith(boundary)).toBe(true);
        expect(Buffer.from(piece.toString('utf8')).equals(piece)).toBe(true);
      }
    }
  });

  test('come out as soon as an event is complete', () => {
    const splitter = new EventSplitter();
    const [first = '', second = ''] = EVENTS;
    const bytes = Buffer.from(`${first}${boundary}${second}`);
    expect(splitter.push(bytes)?.toString()).toBe(`${first}${boundary}`);
    expect(splitter.push(Buffer.from(boundary))?.toString()).toBe(`${second}${boundary}`);
  });

  test('byte by byte, nothing comes out before the end of an event', () => {
    const splitter = new EventSplitter();
    const event = Buffer.from(`data: ż${boundary}`);
    const outputs = cut(event, () => 0, 1).map((byte) => splitter.push(byte));
    expect(outputs.slice(0, -1).every((output) => output === undefined)).toBe(true);
    expect(outputs.at(-1)?.equals(event)).toBe(true);
  });
});

test('a chunk of whole events is handed on, not copied', () => {
  const chunk = Buffer.from('data: 1\n\ndata: 2\n\n');
  expect(new EventSplitter().push(chunk)).toBe(chunk);
});

test.each([
  ['data: 1\n\ndata: {"unfin', true],
  ['data: 1\n\ndata: 2\n', true],
  ['data: 1\n\n', false],
  ['data: 1\n\n\n', false],
  ['data: 1\n\n \r\n', false],
  ['data: 1\n\ndata: [DONE]', false],
  ['data: 1\n\ndata: [DONE', true],
  ['', false],
])('a stream that ends %j is unfinished: %s', (text, unfinished) => {
  expect(split([Buffer.from(text)]).unfinished).toBe(unfinished);
});

test('an event without an end is not held for ever', () => {
  const splitter = new EventSplitter();
  const chunk = Buffer.alloc(4 * 1024 * 1024, 'x');
  expect(() => {
    for (let sent = 0; sent < 5; sent++) {
      splitter.push(chunk);
    }
  }).toThrow(RangeError);
});
