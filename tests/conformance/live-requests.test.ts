import { TestGateway, configuration } from '../support/gateway.js';

jest.setTimeout(60_000);

const CONFIG = configuration(`
providers: [{ name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
`);

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await TestGateway.start(CONFIG);
});
afterEach(() => gateway.remove());

/** Reads a stream until it has a text; the text that it had by then. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, text: string): Promise<string> {
  let read = '';
  while (!read.includes(text)) {
    const { value, done } = await reader.read();
    if (done) {
      throw new Error(`it ended with ${read}`);
    }
    read += Buffer.from(value).toString();
  }
  return read;
}

test('a request is seen as it ends, as the ledger tells it, and a stopping gateway does not wait for listeners', async () => {
  const answer = await gateway.get('/api/v1/requests/live?model=small&status=success', gateway.secret('viewer-token'));
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  await readUntil(reader, 'retry: ');

  expect((await gateway.chat({ model: 'none', messages: [{ role: 'user', content: 'Hello' }] })).status).toBe(404);
  const asked = await gateway.chat({ model: 'small', messages: [{ role: 'user', content: 'Hello' }] });
  await asked.text();
  const text = await readUntil(reader, '\n\n');
  const live = JSON.parse(/^event: request\ndata: (.*)\n\n$/.exec(text)?.[1] ?? 'null') as { id: string };
  expect(live.id).toBe(asked.headers.get('x-request-id'));
  const page = await gateway.get('/api/v1/requests', gateway.adminToken);
  const { requests } = (await page.json()) as { requests: ReadonlyArray<{ id: string }> };
  expect(live).toEqual(requests.find(({ id }) => id === live.id));

  const ended = gateway.stop();
  expect((await reader.read()).done).toBe(true);
  expect(await ended).toBe(0);
});
