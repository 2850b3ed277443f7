import type { Fields } from '../../chat/completion/fields.js';
import { readEvents } from '../../chat/events/readEvents.js';
import { EventSplitter } from '../../upstream/eventSplitter.js';
import type { StreamTranslator } from '../chatDialect.js';
import { ChunkWriter } from '../translate/chunkWriter.js';
import { completionId } from '../translate/ids.js';
import { fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import { finishReason } from './finishReason.js';
import { readLogprobs } from './logprobs.js';
import { readUsage } from './usage.js';

/** The events of Cohere's chat as chat completion chunks. */
export class CohereStream implements StreamTranslator {
  private readonly splitter = new EventSplitter();
  private readonly chunks: ChunkWriter;
  /** Numbers of the calls, from 0, by the index that Cohere gives them. */
  private readonly calls = new Map<unknown, number>();

  constructor(private readonly options: { readonly provider: string; readonly model: string }) {
    this.chunks = new ChunkWriter(completionId(), options.model);
  }

  push(bytes: Buffer): Buffer {
    const whole = this.splitter.push(bytes);
    for (const { data } of whole === undefined ? [] : readEvents(whole)) {
      if (data !== '[DONE]') {
        this.take(parseAnswer(this.options.provider, data));
      }
    }
    return this.chunks.take();
  }

  get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  private take(event: Fields): void {
    const delta = fieldsOf(event['delta']);
    const message = fieldsOf(delta['message']);
    switch (event['type']) {
      case 'message-start':
        this.chunks.id = textOf(event['id']) ?? this.chunks.id;
        break;
      case 'content-start':
      case 'content-delta':
        this.content(fieldsOf(message['content']), event['logprobs']);
        break;
      case 'tool-plan-delta':
        this.piece('reasoning_content', message['tool_plan']);
        break;
      case 'tool-call-start':
      case 'tool-call-delta':
        this.call(event, fieldsOf(message['tool_calls']));
        break;
      case 'message-end':
        this.end(delta);
    }
  }

  private content(content: Fields, logprobs: unknown): void {
    this.piece('reasoning_content', content['thinking']);
    this.piece('content', content['text'], readLogprobs(objectsOf([logprobs])));
  }

  private piece(field: string, text: unknown, logprobs?: object): void {
    if (typeof text === 'string' && text !== '') {
      this.chunks.delta(0, { [field]: text }, logprobs);
    }
  }

  private call({ type, index: place }: Fields, call: Fields): void {
    const { name, arguments: piece } = fieldsOf(call['function']);
    const index = this.calls.get(place) ?? this.calls.size;
    this.calls.set(place, index);
    const called =
      type === 'tool-call-start'
        ? { index, id: call['id'], type: 'function', function: { name, arguments: piece ?? '' } }
        : { index, function: { arguments: piece ?? '' } };
    this.chunks.delta(0, { tool_calls: [called] });
  }

  private end({ finish_reason: reason, usage, error }: Fields): void {
    this.chunks.finish(0, finishReason(String(reason), this.options.provider, textOf(error)));
    this.chunks.end(readUsage(usage));
  }
}
