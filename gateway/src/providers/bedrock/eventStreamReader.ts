import { EventStreamCodec } from '@smithy/core/event-streams';

import { invalidAnswer } from '../translate/invalidAnswer.js';

/** A message of AWS's event stream encoding. */
export interface EventMessage {
  readonly kind: 'event' | 'exception' | 'error';
  /** E.g. `contentBlockDelta`, `throttlingException`. */
  readonly type: string;
  /** JSON. */
  readonly body: Buffer;
}

/** Bytes of a message that say how long it is. */
const LENGTH_BYTES = 4;
/** Most bytes of one message that are held; AWS's own limit. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString('utf8'),
  (text) => Buffer.from(text)
);

/** Cuts a stream into its messages, as its bytes arrive. */
export class EventStreamReader {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly provider: string) {}

  /** The messages that are whole with these bytes. @throws GatewayError 502 for what are none. */
  push(bytes: Buffer): readonly EventMessage[] {
    const messages: EventMessage[] = [];
    let all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    while (all.length >= LENGTH_BYTES) {
      const length = all.readUInt32BE(0);
      if (length > MAX_MESSAGE_BYTES) {
        throw invalidAnswer(this.provider, 'sent a stream that is not in the event stream encoding of AWS');
      }
      if (all.length < length) {
        break;
      }
      messages.push(this.decode(all.subarray(0, length)));
      all = all.subarray(length);
    }
    this.rest = all;
    return messages;
  }

  get unfinished(): boolean {
    return this.rest.length > 0;
  }

  private decode(message: Buffer): EventMessage {
    try {
      const { headers, body } = codec.decode(message);
      const text = (name: string) => String(headers[name]?.value ?? '');
      const kind = text(':message-type');
      if (kind === 'error') {
        const body = Buffer.from(JSON.stringify({ message: text(':error-message') }));
        return { kind, type: text(':error-code'), body };
      }
      return kind === 'exception'
        ? { kind, type: text(':exception-type'), body: Buffer.from(body) }
        : { kind: 'event', type: text(':event-type'), body: Buffer.from(body) };
    } catch (cause) {
      throw invalidAnswer(this.provider, 'sent a message that is broken', cause);
    }
  }
}
