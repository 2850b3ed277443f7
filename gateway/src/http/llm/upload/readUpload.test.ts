import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cut, seededRandom } from '../../../../../tests/support/random.js';
import { readUpload } from './readUpload.js';
import { Spool } from './spool.js';

const TYPE = 'multipart/form-data; boundary=XX';
const FILE = '\r\n--X not the end\r\n--';
const form = (model: string): string =>
  `--XX\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\nContent-Type: audio/wav\r\n\r\n${FILE}\r\n` +
  `--XX\r\nContent-Disposition: form-data; name="model"\r\n\r\n${model}\r\n` +
  `--XX\r\nContent-Disposition: form-data; name="language"\r\n\r\nen\r\n--XX--\r\n`;

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'upload-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const spool = (memoryBytes: number, diskBytes = 1e6) =>
  new Spool({ directory: join(directory, 'uploads'), memoryBytes, diskBytes: () => diskBytes });

async function* inChunks(text: string, at: readonly number[] = []): AsyncGenerator<Buffer> {
  const ends = [...at, text.length];
  for (let from = 0, next = 0; next < ends.length; from = ends[next++] ?? 0) {
    yield Buffer.from(text.slice(from, ends[next]));
  }
}

async function bytesOf(body: Buffer | AsyncIterable<Buffer>): Promise<string> {
  if (Buffer.isBuffer(body)) {
    return body.toString();
  }
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

test.each([
  ['memory', 10_000],
  ['a file', 10],
])('the form is sent with another model, as often as needed, out of %s', async (_where, memoryBytes) => {
  const read = await readUpload(inChunks(form('whisper'), [30, 150]), TYPE, spool(memoryBytes), 10_000);
  expect(read.fields).toEqual({ model: 'whisper', language: 'en' });
  for (const name of ['w-2', 'a-longer-name']) {
    const { body, length } = read.upload.open(name);
    const sent = await bytesOf(body);
    expect(sent).toBe(form(name));
    expect(length).toBe(Buffer.byteLength(sent));
  }
  await read.close();
  expect(memoryBytes > 10 || readdirSync(join(directory, 'uploads')).length === 0).toBe(true);
});

test('wherever the chunks are cut', async () => {
  const random = seededRandom(7);
  for (let round = 0; round < 50; round++) {
    const chunks = cut(Buffer.from(form('m')), random, 40);
    const read = await readUpload(
      (async function* () {
        yield* chunks;
      })(),
      TYPE,
      spool(1e4),
      1e4
    );
    expect(read.fields).toEqual({ model: 'm', language: 'en' });
    expect(await bytesOf(read.upload.open('n').body)).toBe(form('n'));
  }
});

test.each([
  ['no boundary', 'multipart/form-data', form('m'), 1e4, 1e6, 400],
  ['no end', TYPE, form('m').slice(0, -10), 1e4, 1e6, 400],
  ['too many bytes', TYPE, form('m'), 100, 1e6, 413],
  ['no room on disk', TYPE, form('m'), 1e4, 20, 503],
])('%s is refused', async (_what, type, text, limit, disk, status) => {
  await expect(readUpload(inChunks(text), type, spool(10, disk), limit)).rejects.toMatchObject({ status });
});

test('room on disk is given back', async () => {
  const shared = spool(10, form('m').length);
  for (let round = 0; round < 3; round++) {
    await (await readUpload(inChunks(form('m')), TYPE, shared, 1e4)).close();
  }
  const held = await readUpload(inChunks(form('m')), TYPE, shared, 1e4);
  await expect(readUpload(inChunks(form('m')), TYPE, shared, 1e4)).rejects.toMatchObject({ code: 'upload_spool_full' });
  await held.close();
});
