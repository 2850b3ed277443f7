import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Time to the first token and between tokens, in milliseconds. */
const PACE_MS = 5;
const TOKENS = 5;

/** A provider on a socket of its own that can be told to die and to come back. */
export class FlakyProvider {
  /** Epoch milliseconds of the calls that arrived, answered or not. */
  readonly arrivals: number[] = [];
  dead = false;
  /** Answers the next call with 429 and this Retry-After, in seconds. */
  limitOnce: number | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FlakyProvider> {
    const server = createServer();
    const provider = new FlakyProvider(server);
    server.on('request', (request, response) => void provider.answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  callsSince(time: number): number {
    return this.arrivals.filter((arrival) => arrival >= time).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.arrivals.push(Date.now());
    if (this.dead) {
      request.socket.resetAndDestroy();
      return;
    }
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
    }
    const retryAfter = this.limitOnce;
    this.limitOnce = undefined;
    if (retryAfter !== undefined) {
      response.writeHead(429, { 'retry-after': String(retryAfter), 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'Slow down.', type: 'rate_limit_error' } }));
      return;
    }
    await sleep(PACE_MS);
    if (body.includes('"stream":true')) {
      await stream(response);
    } else {
      response.writeHead(200, { 'content-type': 'application/json' });
      const message = { role: 'assistant', content: 'word '.repeat(TOKENS) };
      response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }], usage: USAGE }));
    }
  }
}

const USAGE = { prompt_tokens: 3, completion_tokens: TOKENS, total_tokens: 3 + TOKENS };

async function stream(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  for (let token = 0; token < TOKENS; token++) {
    send({ choices: [{ index: 0, delta: { content: 'word ' }, finish_reason: null }] });
    await sleep(PACE_MS);
  }
  send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  send({ choices: [], usage: USAGE });
  response.end('data: [DONE]\n\n');
}
