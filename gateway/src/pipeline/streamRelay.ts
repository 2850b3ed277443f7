import { findUsage } from '../providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../usage/event.js';
import type { IncomingHttpHeaders } from 'node:http';

import { isEventStream } from '../upstream/streamReceiver.js';
import type { AnswerStream } from './answerStream.js';
import { GatewayError } from '../errors/gatewayError.js';
import { interrupted } from './interrupted.js';
import type { Relay } from './relay.js';

const EMPTY = Buffer.alloc(0);
const USAGE_KEY = Buffer.from('"usage"');
const ERROR_KEY = Buffer.from('"error"');
const DONE = /^data: ?\[DONE\]\s*$/;
const DATA = Buffer.from('data:');
const FINISH = /"finish_reason"\s*:\s*"/;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const LF = 0x0a;
const CR = 0x0d;

/** Most bytes of a stream that are kept to count its tokens by, should the provider not report them. */
export const MAX_KEPT_BYTES = 4 * 1024 * 1024;

export interface StreamRelayOptions {
  readonly provider: string;
  /** Whether the client asked for the usage event; if not, it is taken out again. */
  readonly forwardUsage: boolean;
  /** Called with the first whole event: from here on, the client has an answer. */
  readonly open: () => AnswerStream;
}

/**
 * Passes a provider's events on to the client as they are. It looks for three things only: the usage, an error, and
 * the end marker, which it holds back so that the request is accounted for before its answer is complete.
 */
export class StreamRelay implements Relay {
  /** As the provider reported it. */
  usage: TokenUsage | undefined;
  /** `performance.now()` at the first whole event. */
  firstEventAt: number | undefined;
  stream: AnswerStream | undefined;
  private done: Buffer | undefined;
  private last: Buffer = EMPTY;
  private beforeLast: Buffer = EMPTY;
  private readonly kept: Buffer[] = [];
  private keptBytes = 0;

  constructor(private readonly options: StreamRelayOptions) {}

  takes(headers: IncomingHttpHeaders): 'events' | undefined {
    return isEventStream(headers) ? 'events' : undefined;
  }

  get complete(): boolean {
    return this.done !== undefined;
  }

  receive(events: Buffer, resume: () => void): boolean {
    if (this.complete) {
      return true;
    }
    const failure = this.findError(events);
    if (failure !== undefined) {
      // What the client already has the beginning of, it gets to the last event before the error.
      if (this.stream !== undefined && failure.start > 0) {
        this.forward(events.subarray(0, failure.start), this.stream);
      }
      throw failure.error;
    }
    if (this.stream === undefined) {
      // Comments that keep a connection alive are no answer yet.
      if (events.indexOf(DATA) === -1) {
        return true;
      }
      this.firstEventAt = performance.now();
      this.stream = this.options.open();
      this.stream.onDrain(resume);
    }
    return this.forward(events, this.stream);
  }

  /**
   * What is still to be sent when the provider has closed the stream.
   * @throws GatewayError if the provider stopped before it was done.
   */
  end(unfinished: boolean): Buffer {
    if (this.done !== undefined) {
      return this.done;
    }
    // Some servers leave the marker out; a finish reason says that the answer was complete all the same.
    if (!unfinished && (FINISH.test(this.last.toString()) || FINISH.test(this.beforeLast.toString()))) {
      return Buffer.from('data: [DONE]\n\n');
    }
    throw interrupted(this.options.provider);
  }

  /** The events so far, for counting tokens that nobody reported. */
  text(): string {
    return Buffer.concat(this.kept).toString('utf8');
  }

  /** The first of them. */
  get firstEvents(): Buffer | undefined {
    return this.kept[0];
  }

  private forward(events: Buffer, stream: AnswerStream): boolean {
    this.keep(events);
    const rest = this.withoutUsage(this.withoutDone(events));
    return rest.length === 0 || stream.write(rest);
  }

  private keep(events: Buffer): void {
    this.beforeLast = this.last;
    this.last = events;
    if (this.keptBytes < MAX_KEPT_BYTES) {
      this.kept.push(events);
      this.keptBytes += events.length;
    }
  }

  private withoutDone(events: Buffer): Buffer {
    // Cheap test first: nearly all chunks end in a closing brace.
    let last = events.length - 1;
    while (last >= 0 && (events[last] === LF || events[last] === CR)) {
      last--;
    }
    if (events[last] !== CLOSING_BRACKET) {
      return events;
    }
    const start = events.lastIndexOf(LF, last) + 1;
    if (!DONE.test(events.toString('latin1', start))) {
      return events;
    }
    this.done = events.subarray(start);
    return events.subarray(0, start);
  }

  private withoutUsage(events: Buffer): Buffer {
    const at = events.lastIndexOf(USAGE_KEY);
    if (at === -1 || !opensObject(events, at + USAGE_KEY.length)) {
      return events;
    }
    const { start, end, data } = eventAround(events, at);
    const parsed = parseData(data);
    const usage = findUsage(parsed);
    if (usage === undefined) {
      return events;
    }
    this.usage = usage;
    const choices = parsed?.['choices'];
    const isUsageEvent = Array.isArray(choices) && choices.length === 0;
    return this.options.forwardUsage || !isUsageEvent
      ? events
      : Buffer.concat([events.subarray(0, start), events.subarray(end)]);
  }

  /** The first error event, and where it starts. */
  private findError(events: Buffer): { start: number; error: GatewayError } | undefined {
    for (let at = events.indexOf(ERROR_KEY); at !== -1; at = events.indexOf(ERROR_KEY, at + ERROR_KEY.length)) {
      const { start, data } = eventAround(events, at);
      const told = parseData(data)?.['error'];
      if (told !== undefined && told !== null) {
        return { start, error: this.streamError(told) };
      }
    }
    return undefined;
  }

  private streamError(told: unknown): GatewayError {
    const { message, code } = (typeof told === 'object' ? told : { message: told }) as Record<string, unknown>;
    return new GatewayError(
      typeof message === 'string' && message !== ''
        ? message
        : `The provider ${this.options.provider} reported an error in the stream.`,
      { status: 502, type: 'upstream_error', code: typeof code === 'string' ? code : 'upstream_error' }
    );
  }
}

function opensObject(bytes: Buffer, from: number): boolean {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x3a) {
    at++;
  }
  return bytes[at] === OPENING_BRACE;
}

/** The event whose `data:` line holds the given position; `end` is behind its blank line. */
function eventAround(events: Buffer, position: number): { start: number; end: number; data: string } {
  const start = events.lastIndexOf(LF, position) + 1;
  const lineEnd = events.indexOf(LF, position);
  const line = events.subarray(start, lineEnd === -1 ? events.length : lineEnd).toString('utf8');
  let end = lineEnd === -1 ? events.length : lineEnd + 1;
  while (events[end] === LF || events[end] === CR) {
    end++;
  }
  return { start, end, data: line.replace(/^data: ?/, '') };
}

function parseData(data: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
