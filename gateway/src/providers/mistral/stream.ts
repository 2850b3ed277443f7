import { readEvents } from '../../chat/events/readEvents.js';
import { writeEvent } from '../../chat/events/writeEvent.js';
import { EventSplitter } from '../../upstream/eventSplitter.js';
import type { StreamTranslator } from '../chatDialect.js';
import { parseAnswer } from '../translate/json.js';
import { isPlain, plainChoices } from './plain.js';

const NOTHING = Buffer.alloc(0);

/** Mistral's streams: events that are as OpenAI has them pass as they are. */
export class MistralStream implements StreamTranslator {
  private readonly splitter = new EventSplitter();

  constructor(private readonly provider: string) {}

  push(bytes: Buffer): Buffer {
    const whole = this.splitter.push(bytes);
    if (whole === undefined) {
      return NOTHING;
    }
    return isPlain(whole.toString('utf8'))
      ? whole
      : Buffer.from(
          readEvents(whole)
            .map(({ data }) => this.plain(data))
            .join('')
        );
  }

  get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  private plain(data: string): string {
    return data === '[DONE]'
      ? `data: ${data}\n\n`
      : writeEvent(plainChoices(parseAnswer(this.provider, data), 'delta'));
  }
}
