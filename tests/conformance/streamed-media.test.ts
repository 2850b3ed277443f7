import { APIError, toFile, type OpenAI } from 'openai';

import { TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import { type Behaviour, RawUpstream, startEvents } from '../support/rawUpstream.js';
import { until } from '../support/until.js';

const typed = (type: string, more: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
const USAGE = { input_tokens: 40, output_tokens: 30, total_tokens: 70 };
/** What each answers, event by event; the last one tells of the usage. */
const STREAMS = {
  images: [
    typed('image_generation.partial_image', { b64_json: 'cGFydA==', partial_image_index: 0 }),
    typed('image_generation.completed', { b64_json: 'b25l', usage: USAGE }),
    typed('image_generation.completed', { b64_json: 'dHdv', usage: USAGE }),
  ],
  speech: [
    typed('speech.audio.delta', { audio: 'b25l' }),
    typed('speech.audio.delta', { audio: 'dHdv' }),
    typed('speech.audio.done', { usage: USAGE }),
  ],
  transcriptions: [
    typed('transcript.text.delta', { delta: 'One' }),
    typed('transcript.text.delta', { delta: ' two' }),
    typed('transcript.text.done', { text: 'One two', usage: { type: 'tokens', ...USAGE } }),
  ],
} as const;
type Name = keyof typeof STREAMS;
const NAMES = Object.keys(STREAMS) as Name[];

/** Sends the next event of the answer that is under way. */
let next: () => void = () => undefined;
let breakOff: () => void = () => undefined;
let left = 0;

/** Sends nothing by itself but the first event. */
const stepwise =
  (name: Name): Behaviour =>
  ({ response, socket }) => {
    const events = [...STREAMS[name]];
    startEvents(response);
    response.once('close', () => void (left += response.writableFinished ? 0 : 1));
    next = () => {
      response.write(events.shift() ?? '');
      if (events.length === 0) {
        response.end();
      }
    };
    breakOff = () => void socket.resetAndDestroy();
    next();
  };

let upstream: RawUpstream;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  upstream = await RawUpstream.start(Object.fromEntries(NAMES.map((name) => [name, stepwise(name)])), ({ url = '' }) =>
    NAMES.find((name) => url.includes(name))
  );
  gateway = await TestGateway.start(
    configuration(`
providers: [{ name: openai, type: openai, base_url: "${upstream.url}/v1", api_key: k }]
models:
${NAMES.map((name) => `  - { name: ${name}, deployments: [{ provider: openai, model: ${name} }] }`).join('\n')}
routing: { max_attempts: 1 }
`)
  );
  client = openAiClient(gateway);
});
afterAll(async () => {
  await gateway?.remove();
  await upstream?.stop();
});

interface Event {
  readonly type: string;
}
interface Asked {
  readonly events: AsyncIterator<Event>;
  readonly leave: () => void;
}

const ASK: Readonly<Record<Name, () => Promise<Asked>>> = {
  async images() {
    const stream = await client.images.generate({ model: 'images', prompt: 'A cat.', n: 2, stream: true });
    return { events: stream[Symbol.asyncIterator](), leave: () => stream.controller.abort() };
  },
  async speech() {
    const leaving = new AbortController();
    const body = { model: 'speech', input: 'Hi.', voice: 'alloy', stream_format: 'sse' as const };
    const answer = await client.audio.speech.create(body, { signal: leaving.signal });
    return { events: eventsIn(answer), leave: () => leaving.abort() };
  },
  async transcriptions() {
    const file = await toFile(Buffer.alloc(2_000), 'a.wav');
    const stream = await client.audio.transcriptions.create({ model: 'transcriptions', file, stream: true });
    return { events: stream[Symbol.asyncIterator](), leave: () => stream.controller.abort() };
  },
};

/** OpenAI's client hands over speech as its bytes. */
async function* eventsIn(answer: Response): AsyncGenerator<Event> {
  let text = '';
  for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(bytes).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, data = ''] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
      const event = JSON.parse(data) as Event & { error?: { message: string; type: string } };
      if (event.error !== undefined) {
        throw new APIError(undefined, event.error, event.error.message, undefined);
      }
      yield event;
      text = text.slice(end + 2);
    }
  }
}

const typesOf = (name: Name) => STREAMS[name].map((event) => /event: (.*)/.exec(event)?.[1]);

describe.each(NAMES)('streamed %s', (name) => {
  test('each event is there before the next is sent, and the usage is read', async () => {
    const { events } = await ASK[name]();
    const seen: Array<string | undefined> = [];
    for (let index = 0; index < STREAMS[name].length; index++) {
      // What may be the last is held back until the request is accounted for.
      const isEnd = index > 0 && /completed|done/.test(STREAMS[name][index] ?? '');
      if (!isEnd) {
        seen.push(((await events.next()).value as Event).type);
      }
      if (index + 1 < STREAMS[name].length) {
        next();
      }
    }
    for (let each = await events.next(); each.done !== true; each = await events.next()) {
      seen.push(each.value.type);
    }
    expect(seen).toEqual(typesOf(name));
    const images = name === 'images' ? 2 : 1;
    expect((await gateway.rows(name)).at(-1)).toMatchObject({
      operation: name,
      status: 'success',
      streaming: 1,
      usage_source: 'provider',
      input_tokens: USAGE.input_tokens * images,
      output_tokens: USAGE.output_tokens * images,
      ...(name === 'images' && { images }),
    });
  });

  test('one that breaks off ends with an error that the client sees', async () => {
    const { events } = await ASK[name]();
    expect(((await events.next()).value as Event).type).toBe(typesOf(name)[0]);
    breakOff();
    await expect(events.next()).rejects.toBeInstanceOf(APIError);
    expect((await gateway.rows(name)).at(-1)).toMatchObject({ status: 'error', error_type: 'stream_interrupted' });
  });

  test('who leaves is gone', async () => {
    const [before, rows] = [left, (await gateway.rows(name)).length];
    const { events, leave } = await ASK[name]();
    await events.next();
    leave();
    await until(() => Promise.resolve(left > before));
    await until(async () => (await gateway.rows(name)).length > rows);
    expect((await gateway.rows(name)).at(-1)).toMatchObject({ status: 'aborted' });
  });
});
