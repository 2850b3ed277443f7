import { EventEmitter, once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One call as the upstream got it, answered by the test byte for byte. */
export interface UpstreamCall {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly body: Record<string, unknown>;
}

export type Behaviour = (call: UpstreamCall) => void | Promise<void>;

/** A provider that does whatever the test says for the model it is asked for. */
export class RawUpstream {
  readonly calls: UpstreamCall[] = [];
  private readonly arrivals = new EventEmitter();

  private constructor(
    private readonly server: Server,
    readonly url: string
  ) {}

  /** @param modelOf Which model a request is for, where its body does not say. */
  static async start(
    behaviours: Readonly<Record<string, Behaviour>>,
    modelOf: (request: IncomingMessage) => string | undefined = () => undefined
  ): Promise<RawUpstream> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const upstream = new RawUpstream(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => void upstream.handle(behaviours, modelOf, request, response));
    return upstream;
  }

  /** The next call that arrives. */
  async nextCall(): Promise<UpstreamCall> {
    const [call] = (await once(this.arrivals, 'call')) as [UpstreamCall];
    return call;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async handle(
    behaviours: Readonly<Record<string, Behaviour>>,
    modelOf: (request: IncomingMessage) => string | undefined,
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    // A form is left unread.
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as UpstreamCall['body'];
    const call = { request, response, socket: request.socket, body };
    this.calls.push(call);
    this.arrivals.emit('call', call);
    const behaviour = behaviours[modelOf(request) ?? String(body['model'])];
    if (behaviour === undefined) {
      response.writeHead(404).end();
      return;
    }
    await behaviour(call);
  }
}

export function event(data: object | string): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** A chunk of a chat completion with this text. */
export function contentEvent(content: string, more: object = {}): string {
  return event({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
    ...more,
  });
}

export const FINISH = event({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
});
export const DONE = event('[DONE]');

export function startEvents(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
}

/** A whole answer in OpenAI's shape. */
export function answer(content: string, usage?: object): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    ...(usage === undefined ? {} : { usage }),
  });
}
