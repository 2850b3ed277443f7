import { readEvents } from '../../chat/events/readEvents.js';
import { writeEvent } from '../../chat/events/writeEvent.js';
import type { Fields } from '../../chat/completion/fields.js';
import { EventSplitter } from '../../upstream/eventSplitter.js';
import type { StreamTranslator } from '../chatDialect.js';
import { parseAnswer } from '../translate/json.js';

/** What one event of a provider says of a transcript. */
export interface Heard {
  readonly delta?: string | undefined;
  readonly segment?: Fields | undefined;
  readonly usage?: unknown;
  /** Whether it is the end. */
  readonly done?: boolean | undefined;
}

const NOTHING = Buffer.alloc(0);

/** A transcript as another API streams it, in OpenAI's events: pieces of text, and all of it at the end. */
export class TranscriptStream implements StreamTranslator {
  private readonly splitter = new EventSplitter();
  private text = '';
  private usage: unknown;

  /** @param read undefined for what is no event of its kind */
  constructor(
    private readonly provider: string,
    private readonly read: (event: Fields) => Heard | undefined
  ) {}

  push(bytes: Buffer): Buffer {
    const whole = this.splitter.push(bytes);
    return whole === undefined
      ? NOTHING
      : Buffer.from(
          readEvents(whole)
            .map(({ data }) => (data === '[DONE]' ? this.end() : this.translate(parseAnswer(this.provider, data))))
            .join('')
        );
  }

  get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  private translate(event: Fields): string {
    // What tells of an error is passed on.
    if (event['error'] != null) {
      return writeEvent({ type: 'error', ...event });
    }
    const { delta, segment, usage, done } = this.read(event) ?? {};
    this.usage = usage ?? this.usage;
    return (
      (delta === undefined || delta === '' ? '' : this.say(delta)) +
      (segment === undefined ? '' : write('transcript.text.segment', segment)) +
      (done === true ? this.end() : '')
    );
  }

  private say(delta: string): string {
    this.text += delta;
    return write('transcript.text.delta', { delta });
  }

  private end(): string {
    const { text, usage } = this;
    return write('transcript.text.done', { text, ...(usage == null ? {} : { usage }) });
  }
}

function write(type: string, fields: Fields): string {
  return writeEvent({ type, ...fields }, type);
}
