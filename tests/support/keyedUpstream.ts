import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that answers only to one secret, and says which model and secret it was called with. */
export class KeyedUpstream {
  readonly calls: Array<{ readonly secret: string | undefined; readonly model: string }> = [];
  /** Set, an answer waits for it. */
  gate: Promise<void> = Promise.resolve();

  private constructor(
    private readonly server: Server,
    /** The secret that is good. */
    public secret: string
  ) {}

  static async start(secret: string): Promise<KeyedUpstream> {
    const server = createServer();
    const upstream = new KeyedUpstream(server, secret);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const given = request.headers.authorization?.replace('Bearer ', '');
        const { model = '' } = (body === '' ? {} : JSON.parse(body)) as { model?: string };
        upstream.calls.push({ secret: given, model });
        const good = given === upstream.secret;
        void upstream.gate.then(() => {
          response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' });
          response.end(JSON.stringify(good ? completion(model) : { error: { message: 'Incorrect API key' } }));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

function completion(model: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello!' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 8, completion_tokens: 2, total_tokens: 10 },
    data: [{ id: 'upstream-model' }],
  };
}
