import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HookCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Keeps the calls of webhooks. */
export class Hooks {
  readonly calls: HookCall[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Hooks> {
    const server = createServer();
    const hooks = new Hooks(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        hooks.calls.push({ path: request.url ?? '', headers: request.headers, body, at: Date.now() });
        response.writeHead(200).end('ok');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return hooks;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Calls of one path. */
  to(path: string): readonly HookCall[] {
    return this.calls.filter((call) => call.path === path);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
