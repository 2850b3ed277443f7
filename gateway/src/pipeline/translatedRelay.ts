import type { IncomingHttpHeaders } from 'node:http';

import type { StreamTranslator } from '../providers/chatDialect.js';
import type { AnswerStream } from './answerStream.js';
import type { Relay } from './relay.js';

/** Stands before a relay of chunks in OpenAI's shape where the provider sends another. */
export class TranslatedRelay implements Relay {
  constructor(
    private readonly relay: Relay,
    private readonly translator: StreamTranslator,
    /** Content type of the provider's streams. */
    private readonly type: string
  ) {}

  takes(headers: IncomingHttpHeaders): 'bytes' | undefined {
    return headers['content-type']?.startsWith(this.type) === true ? 'bytes' : undefined;
  }

  receive(bytes: Buffer, resume: () => void): boolean {
    const events = this.translator.push(bytes);
    return events.length === 0 || this.relay.receive(events, resume);
  }

  get complete(): boolean {
    return this.relay.complete;
  }

  get unfinished(): boolean {
    return this.translator.unfinished;
  }

  get usage(): Relay['usage'] {
    return this.relay.usage;
  }

  get firstEventAt(): number | undefined {
    return this.relay.firstEventAt;
  }

  get stream(): AnswerStream | undefined {
    return this.relay.stream;
  }

  get firstEvents(): Buffer | undefined {
    return this.relay.firstEvents;
  }

  end(unfinished: boolean): Buffer | undefined {
    return this.relay.end(unfinished);
  }

  text(): string {
    return this.relay.text();
  }
}
