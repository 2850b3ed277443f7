import type { IncomingHttpHeaders } from 'node:http';

import { isObject } from '../chat/completion/fields.js';
import { GatewayError } from '../errors/gatewayError.js';
import type { TypedEvents } from '../operations/operation.js';
import type { TokenUsage } from '../usage/event.js';
import { isEventStream } from '../upstream/streamReceiver.js';
import type { AnswerStream } from './answerStream.js';
import { interrupted } from './interrupted.js';
import { MAX_KEPT_BYTES } from './streamRelay.js';
import type { Relay } from './relay.js';

export interface EventsRelayOptions {
  readonly provider: string;
  readonly events: TypedEvents;
  /** Called with the first whole event: from here on, the client has an answer. */
  readonly open: () => AnswerStream;
}

/** The data of an event, which may stand behind lines that name it. */
const DATA = /^data: ?(.*)$/m;
const BLANK_LINE = /\r?\n\r?\n/;

/**
 * Passes on events that say their type, as they are. Parsed are only those that may end the answer, tell of a failure
 * or of what was used. The one that ends it is held back, so that the request is accounted for before its answer is
 * complete.
 */
export class EventsRelay implements Relay {
  usage: TokenUsage | undefined;
  firstEventAt: number | undefined;
  stream: AnswerStream | undefined;
  /** What ends the answer, held back. */
  private last: Buffer | undefined;
  private readonly kept: Buffer[] = [];
  private keptBytes = 0;
  private readonly wanted: readonly Buffer[];

  constructor(private readonly options: EventsRelayOptions) {
    const { ends, failures } = options.events;
    this.wanted = ['"usage"', ...[...ends, ...failures].map((type) => `"${type}"`)].map((text) => Buffer.from(text));
  }

  takes(headers: IncomingHttpHeaders): 'events' | undefined {
    return isEventStream(headers) ? 'events' : undefined;
  }

  get complete(): boolean {
    return this.last !== undefined && this.options.events.mayFollow !== true;
  }

  get firstEvents(): Buffer | undefined {
    return this.kept[0];
  }

  receive(events: Buffer, resume: () => void): boolean {
    if (this.complete) {
      return true;
    }
    const held = this.last;
    this.last = undefined;
    const { before, failure } = this.wanted.some((text) => events.includes(text))
      ? this.read(events)
      : { before: events, failure: undefined };
    if (failure !== undefined && this.stream === undefined) {
      throw failure;
    }
    if (this.stream === undefined) {
      // Comments that keep a connection alive are no answer yet.
      if (!events.includes('data:')) {
        return true;
      }
      this.firstEventAt = performance.now();
      this.stream = this.options.open();
      this.stream.onDrain(resume);
    }
    const now = held === undefined ? before : Buffer.concat([held, before]);
    this.keep(now);
    const more = now.length === 0 || this.stream.write(now);
    if (failure !== undefined) {
      throw failure;
    }
    return more;
  }

  end(): Buffer | undefined {
    if (this.last === undefined) {
      throw interrupted(this.options.provider);
    }
    return this.last;
  }

  text(): string {
    return Buffer.concat([...this.kept, ...(this.last === undefined ? [] : [this.last])]).toString('utf8');
  }

  /** Looks into each event; what comes before the end, or before a failure, is for the client now. */
  private read(events: Buffer): { readonly before: Buffer; readonly failure: GatewayError | undefined } {
    const text = events.toString('utf8');
    let lastEnd: number | undefined;
    for (let from = 0; from < text.length;) {
      const blank = BLANK_LINE.exec(text.slice(from));
      const to = blank === null ? text.length : from + blank.index + blank[0].length;
      const event = parse(DATA.exec(text.slice(from, to))?.[1]);
      const type = event?.['type'];
      if (event !== undefined && typeof type === 'string') {
        const before = Buffer.from(text.slice(0, from));
        if (this.options.events.failures.includes(type)) {
          return { before, failure: this.failure(event) };
        }
        this.usage = this.options.events.readUsage(event, this.usage) ?? this.usage;
        if (this.options.events.ends.includes(type)) {
          lastEnd = from;
          if (this.options.events.mayFollow !== true) {
            break;
          }
        }
      }
      from = to;
    }
    if (lastEnd === undefined) {
      return { before: events, failure: undefined };
    }
    this.last = Buffer.from(text.slice(lastEnd));
    return { before: Buffer.from(text.slice(0, lastEnd)), failure: undefined };
  }

  private failure(event: Record<string, unknown>): GatewayError {
    const { response } = event;
    const told = event['error'] ?? (isObject(response) ? response['error'] : undefined) ?? event;
    const { message, code, type } = isObject(told) ? told : {};
    return new GatewayError(
      typeof message === 'string' && message !== ''
        ? message
        : `The provider ${this.options.provider} reported an error in the stream.`,
      {
        status: 502,
        type: 'upstream_error',
        code: typeof code === 'string' ? code : typeof type === 'string' ? type : 'upstream_error',
      }
    );
  }

  private keep(events: Buffer): void {
    if (this.keptBytes < MAX_KEPT_BYTES && events.length > 0) {
      this.kept.push(events);
      this.keptBytes += events.length;
    }
  }
}

function parse(data: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(data ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
