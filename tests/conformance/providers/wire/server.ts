import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SCENARIOS, type Scenario, type Wire } from './scenario.js';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface WireServer {
  readonly url: string;
  /** The last request to the provider of that name. */
  received(name: string): Received | undefined;
  stop(): Promise<void>;
}

/** Upstreams on one port, each under its own name. */
export async function startWires(wires: Readonly<Record<string, Wire>>): Promise<WireServer> {
  const last = new Map<string, Received>();
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const [, name = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
      // Health checks come in between, and have no body.
      if (text !== '') {
        last.set(name, { path, headers: request.headers, text });
      }
      answer(wires[name], path, text, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: (name) => last.get(name),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(wire: Wire | undefined, path: string, text: string, response: ServerResponse): void {
  if (wire === undefined || text === '') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
    return;
  }
  const [, asked = 'text'] = /scenario:(\w+)/.exec(text) ?? [];
  const scenario = SCENARIOS.find((each) => each === asked) as Scenario;
  if (scenario === 'page' || scenario === 'truncated') {
    // As a proxy in between has it, or a server that ran out of memory.
    const [type, body] = scenario === 'page' ? ['text/html', '<html>Welcome</html>'] : ['application/json', '{"id":"a'];
    response.writeHead(200, { 'content-type': type }).end(body);
    return;
  }
  const { status, headers, pieces, cut } = wire.answer(scenario, {
    path,
    body: fieldsOf(text),
  });
  response.writeHead(status, headers);
  pieces.forEach((piece) => response.write(piece));
  if (cut === true) {
    // What was written goes out first.
    setTimeout(() => response.destroy(), 20);
  } else {
    response.end();
  }
}

/** Of JSON, or of a form. */
function fieldsOf(text: string): Record<string, unknown> {
  return text.startsWith('{')
    ? (JSON.parse(text) as Record<string, unknown>)
    : Object.fromEntries(
        [...text.matchAll(/name="?(\w+)"?\r\n\r\n(.*?)\r\n/g)].map(([, name = '', value]) => [name, value])
      );
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
