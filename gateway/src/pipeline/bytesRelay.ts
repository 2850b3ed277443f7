import type { IncomingHttpHeaders } from 'node:http';

import type { AnswerStream } from './answerStream.js';
import { interrupted } from './interrupted.js';
import type { Relay } from './relay.js';

export interface BytesRelayOptions {
  readonly provider: string;
  /** Called with the content type, at the first bytes: from here on, the client has an answer. */
  readonly open: (contentType: string) => AnswerStream;
}

/** What says in no bytes of its own how it ends, and is no text: an error, or a page of a proxy in between. */
const NOT_BYTES = /^(application\/json|text\/html)/;

/** Passes on bytes of any kind, such as audio. They hold nothing that is read. */
export class BytesRelay implements Relay {
  readonly usage = undefined;
  readonly complete = false;
  readonly unfinished = false;
  readonly firstEvents = undefined;
  firstEventAt: number | undefined;
  stream: AnswerStream | undefined;
  private contentType = 'application/octet-stream';

  constructor(private readonly options: BytesRelayOptions) {}

  takes({ 'content-type': type = 'application/octet-stream' }: IncomingHttpHeaders): 'bytes' | undefined {
    this.contentType = type;
    return NOT_BYTES.test(type) ? undefined : 'bytes';
  }

  receive(bytes: Buffer, resume: () => void): boolean {
    if (this.stream === undefined) {
      this.firstEventAt = performance.now();
      this.stream = this.options.open(this.contentType);
      this.stream.onDrain(resume);
    }
    return this.stream.write(bytes);
  }

  end(unfinished: boolean): undefined {
    if (unfinished) {
      throw interrupted(this.options.provider);
    }
  }

  text(): string {
    return '';
  }
}
