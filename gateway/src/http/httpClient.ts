import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

import type { AnswerHeaders, Client, ClientStream, WholeReply } from '../pipeline/client.js';

/** The client at the other end of a Fastify reply. */
export class HttpClient implements Client {
  constructor(private readonly reply: FastifyReply) {}

  onLeave(listener: () => void): void {
    const { raw } = this.reply;
    raw.once('close', () => {
      if (!raw.writableFinished) {
        listener();
      }
    });
  }

  send({ status, headers, contentType = 'application/json; charset=utf-8', body }: WholeReply): void {
    // Nothing of Fastify's way to send has anything to add here.
    this.reply.hijack();
    const { raw } = this.reply;
    raw.writeHead(status, { ...headers, 'content-type': contentType, 'content-length': body.length });
    raw.end(body);
  }

  startStream(headers: AnswerHeaders, contentType = 'text/event-stream; charset=utf-8'): ClientStream {
    // Fastify's reply has no notion of a paced stream of buffers; from here on the socket is ours.
    this.reply.hijack();
    const { raw } = this.reply;
    raw.writeHead(200, {
      ...headers,
      'content-type': contentType,
      'cache-control': 'no-cache',
      // nginx would hold events back otherwise.
      'x-accel-buffering': 'no',
    });
    return new HttpStream(raw);
  }
}

class HttpStream implements ClientStream {
  constructor(private readonly raw: ServerResponse) {}

  write(events: Buffer): boolean {
    return this.raw.write(events);
  }

  onDrain(listener: () => void): void {
    this.raw.on('drain', listener);
  }

  end(lastEvents: Buffer | undefined): void {
    this.raw.end(lastEvents);
  }

  destroy(): void {
    this.raw.destroy();
  }
}
