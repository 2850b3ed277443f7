import type { SurfaceStream } from '../chat/chatSurface.js';
import { type Fields, isObject } from '../chat/completion/fields.js';
import { readEvents } from '../chat/events/readEvents.js';
import type { GatewayError } from '../errors/gatewayError.js';
import { EventWriter } from './eventWriter.js';
import { Output } from './output.js';
import { responseObject, wantsSealedThinking } from './responseObject.js';

/** One stream of chat completion chunks as the events of a response. */
export class ResponseStream implements SurfaceStream {
  private readonly events = new EventWriter();
  private output: Output | undefined;
  private head: Fields = {};
  private finish: unknown;
  private usage: unknown;

  /** @param body of the request */
  constructor(private readonly body: Fields) {}

  push(events: Buffer): Buffer {
    return Buffer.from(
      readEvents(events)
        .map(({ data }) => (data === '[DONE]' ? this.end() : this.translate(JSON.parse(data) as Fields)))
        .join('')
    );
  }

  fail({ message, code, type }: GatewayError): Buffer {
    const response = { ...this.response(), status: 'failed', error: { code: code ?? type, message } };
    return Buffer.from(this.events.write('response.failed', { response }));
  }

  private translate(chunk: Fields): string {
    const begun = this.begin(chunk);
    this.usage = chunk['usage'] ?? this.usage;
    const [choice] = (chunk['choices'] ?? []) as Fields[];
    const { delta, logprobs, finish_reason: finish } = choice ?? {};
    this.finish = finish ?? this.finish;
    return begun + (isObject(delta) ? (this.output?.add(delta, logprobs) ?? '') : '');
  }

  private begin({ choices: _choices, usage: _usage, ...head }: Fields): string {
    if (this.output !== undefined) {
      return '';
    }
    this.head = head;
    this.output = new Output(this.events, head['id'], wantsSealedThinking(this.body));
    const response = this.response();
    return (
      this.events.write('response.created', { response }) + this.events.write('response.in_progress', { response })
    );
  }

  private end(): string {
    const begun = this.begin({});
    const closed = this.output?.close() ?? '';
    this.finish ??= 'stop';
    const response = this.response();
    return begun + closed + this.events.write(`response.${String(response['status'])}`, { response });
  }

  private response(): Fields {
    const { head, finish, output, usage } = this;
    return responseObject({ head, finish, output: output?.items ?? [], usage }, this.body);
  }
}
