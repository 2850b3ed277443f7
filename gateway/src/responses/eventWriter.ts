import type { Fields } from '../chat/completion/fields.js';
import { writeEvent } from '../chat/events/writeEvent.js';

/** Writes the events of one stream, numbered. */
export class EventWriter {
  private next = 0;

  write(type: string, fields: Fields): string {
    return writeEvent({ type, sequence_number: this.next++, ...fields }, type);
  }
}

/** One item of a response while it is being made. */
export interface OpenItem {
  /** As it is so far. */
  readonly item: Fields;
  /** Ends it: the events that say so. */
  close(): string;
}
