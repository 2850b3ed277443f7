import type { SurfaceStream } from '../chat/chatSurface.js';
import { type Fields, isObject } from '../chat/completion/fields.js';
import { readEvents } from '../chat/events/readEvents.js';
import { writeEvent } from '../chat/events/writeEvent.js';
import type { GatewayError } from '../errors/gatewayError.js';
import { BlockWriter } from './blockWriter.js';
import { toErrorBody } from './error.js';
import { messageHead } from './messageHead.js';
import { toStop } from './stopReason.js';
import { toUsage } from './usage.js';

/** One stream of chat completion chunks as Anthropic's events. */
export class MessageStream implements SurfaceStream {
  private readonly blocks = new BlockWriter();
  private begun = false;
  private end: Fields = {};
  private usage: unknown;

  push(events: Buffer): Buffer {
    return Buffer.from(
      readEvents(events)
        .map(({ data }) => (data === '[DONE]' ? this.finish() : this.translate(JSON.parse(data) as Fields)))
        .join('')
    );
  }

  fail(error: GatewayError): Buffer {
    return Buffer.from(writeEvent(toErrorBody(error), 'error'));
  }

  private translate(chunk: Fields): string {
    const start = this.begun ? '' : this.start(chunk);
    this.usage = chunk['usage'] ?? this.usage;
    const [choice] = (chunk['choices'] ?? []) as Fields[];
    const { delta, ...end } = choice ?? {};
    if (end['finish_reason'] != null) {
      this.end = end;
    }
    return start + (isObject(delta) ? this.blocks.add(delta) : '');
  }

  /** What was used is known at the end only. */
  private start(chunk: Fields): string {
    this.begun = true;
    const message = {
      ...messageHead(chunk),
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: toUsage(undefined),
    };
    return writeEvent({ type: 'message_start', message }, 'message_start');
  }

  private finish(): string {
    const { cache_creation: _notHere, ...usage } = toUsage(this.usage);
    const delta = { type: 'message_delta', delta: toStop(this.end, this.blocks.calls), usage };
    return (
      (this.begun ? '' : this.start({})) +
      this.blocks.close() +
      writeEvent(delta, 'message_delta') +
      writeEvent({ type: 'message_stop' }, 'message_stop')
    );
  }
}
