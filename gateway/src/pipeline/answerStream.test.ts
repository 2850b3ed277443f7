import type { SurfaceStream } from '../chat/chatSurface.js';
import { GatewayError } from '../errors/gatewayError.js';
import { PassedStream, TranslatedStream } from './answerStream.js';
import type { ClientStream } from './client.js';

const ERROR = new GatewayError('It broke.', { status: 502, type: 'stream_interrupted' });

/** What became of the client's connection, step by step. */
function recorded(takes = true) {
  const steps: string[] = [];
  let drained: () => void = () => undefined;
  const client: ClientStream = {
    write: (bytes) => (steps.push(`write ${bytes.toString()}`), takes),
    onDrain: (listener) => (drained = listener),
    end: (last) => void steps.push(`end ${last?.toString() ?? 'with nothing'}`),
    destroy: () => void steps.push('destroy'),
  };
  return { client, steps, drain: () => drained() };
}

/** Writes in capitals; has nothing to say of `-`, and breaks at `!`. */
const loud: SurfaceStream = {
  push(bytes) {
    const text = bytes.toString();
    if (text === '!') {
      throw ERROR;
    }
    return Buffer.from(text === '-' ? '' : text.toUpperCase());
  },
  fail: ({ message }) => Buffer.from(`failed: ${message}`),
};

describe('what comes from the provider is passed on', () => {
  test('as it is', () => {
    const { client, steps, drain } = recorded(false);
    const stream = new PassedStream(client, () => 'unused');
    const resume = jest.fn();
    stream.onDrain(resume);
    expect(stream.write(Buffer.from('a'))).toBe(false);
    drain();
    stream.end(Buffer.from('b'));
    expect(steps).toEqual(['write a', 'end b']);
    expect(resume).toHaveBeenCalledTimes(1);
  });

  test('an error is told by an event', () => {
    const { client, steps } = recorded();
    new PassedStream(client, ({ message }) => `error: ${message}`).fail(ERROR);
    expect(steps).toEqual(['end error: It broke.']);
  });

  test('where no event can tell of it, the connection is closed', () => {
    const { client, steps } = recorded();
    new PassedStream(client, () => undefined).fail(ERROR);
    expect(steps).toEqual(['destroy']);
  });
});

describe('what comes from the provider is translated', () => {
  test('piece by piece, and nothing is written where nothing comes of it', () => {
    const { client, steps } = recorded(false);
    const stream = new TranslatedStream(client, loud);
    expect(stream.write(Buffer.from('-'))).toBe(true);
    expect(stream.write(Buffer.from('a'))).toBe(false);
    stream.end(Buffer.from('b'));
    expect(steps).toEqual(['write A', 'end B']);
  });

  test('an end without last events', () => {
    const { client, steps } = recorded();
    new TranslatedStream(client, loud).end(undefined);
    expect(steps).toEqual(['end with nothing']);
  });

  test('an error is told in the client’s own words', () => {
    const { client, steps } = recorded();
    new TranslatedStream(client, loud).fail(ERROR);
    expect(steps).toEqual(['end failed: It broke.']);
  });

  test('an end that cannot be translated is an error, never a clean end', () => {
    const { client, steps } = recorded();
    new TranslatedStream(client, loud).end(Buffer.from('!'));
    expect(steps).toEqual(['end failed: It broke.']);
  });
});
