import type { StreamTranslator } from '../chatDialect.js';
import { type Fields, isObject } from '../../chat/completion/fields.js';
import { readEvents } from '../../chat/events/readEvents.js';
import { DONE, writeEvent } from '../../chat/events/writeEvent.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { EventSplitter } from '../../upstream/eventSplitter.js';
import { completionId, isJsonAnswer } from './answer.js';
import { readStreamError } from './error.js';
import { refusalOf, toFinish } from './finish.js';
import { answersByTool } from './jsonOutput.js';
import { toUsage } from './usage.js';

/** A block that has begun: a call by its number among the calls, or what its pieces are added to. */
interface Block {
  readonly call: number | undefined;
  readonly isAnswer: boolean;
  /** Whether arguments have come. */
  filled: boolean;
}

const NOTHING = Buffer.alloc(0);

/** One stream of Anthropic's as chat completion chunks. */
export class AnthropicStream implements StreamTranslator {
  private readonly splitter = new EventSplitter();
  private readonly blocks = new Map<unknown, Block>();
  private readonly jsonAnswer: boolean;
  private head: Fields | undefined;
  private usage: Fields = {};
  private end: Fields = {};
  private spoken = false;
  private calls = 0;

  /**
   * @param body of the chat completion request
   * @param created epoch seconds
   */
  constructor(
    private readonly provider: string,
    body: Fields,
    private readonly created: number
  ) {
    this.jsonAnswer = answersByTool(body);
  }

  get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  push(bytes: Buffer): Buffer {
    const whole = this.splitter.push(bytes);
    if (whole === undefined) {
      return NOTHING;
    }
    const events = readEvents(whole).map(({ data }) => this.translate(this.parse(data)));
    return Buffer.from(events.join(''));
  }

  private translate(event: Fields): string {
    const { type } = event;
    if (type === 'error') {
      throw readStreamError(this.provider, event);
    }
    if (type === 'message_start') {
      return this.start(event['message']);
    }
    if (type === 'ping' || typeof type !== 'string') {
      return '';
    }
    if (this.head === undefined) {
      throw this.broken(`its first event is ${JSON.stringify(type)}`);
    }
    switch (type) {
      case 'content_block_start':
        return this.begin(event['index'], isObject(event['content_block']) ? event['content_block'] : {});
      case 'content_block_delta':
        return this.piece(event['index'], isObject(event['delta']) ? event['delta'] : {});
      case 'content_block_stop':
        return this.close(event['index']);
      case 'message_delta':
        this.end = { ...this.end, ...(isObject(event['delta']) ? event['delta'] : {}) };
        this.count(event['usage']);
        return '';
      case 'message_stop':
        return this.finish();
      default:
        // Anthropic asks its clients to bear with events that they do not know.
        return '';
    }
  }

  /** Nothing is told before there is content: an overloaded provider says so after this event. */
  private start(message: unknown): string {
    if (!isObject(message)) {
      throw this.broken('its first event has no message');
    }
    const { id, model, usage } = message;
    this.head = { id: completionId(id), object: 'chat.completion.chunk', created: this.created, model };
    this.count(usage);
    return '';
  }

  private begin(index: unknown, block: Fields): string {
    const isAnswer = this.jsonAnswer && isJsonAnswer(block);
    const isCall = block['type'] === 'tool_use' && !isAnswer;
    const call = isCall ? this.calls++ : undefined;
    this.blocks.set(index, { call, isAnswer, filled: false });
    const { type, id, name, input } = block;
    let events = '';
    if (isCall) {
      const told = { index: call, id, type: 'function', function: { name, arguments: '' } };
      events = this.delta({ tool_calls: [told] });
    } else if (type === 'redacted_thinking') {
      events = this.delta({ thinking_blocks: [{ type, data: block['data'] }] });
    } else if (type === 'text' && typeof block['text'] === 'string' && block['text'] !== '') {
      events = this.delta({ content: block['text'] });
    }
    return isObject(input) && Object.keys(input).length > 0
      ? events + this.input(index, JSON.stringify(input))
      : events;
  }

  private piece(index: unknown, delta: Fields): string {
    switch (delta['type']) {
      case 'text_delta':
        return this.delta({ content: delta['text'] });
      case 'thinking_delta': {
        const { thinking } = delta;
        return this.delta({ reasoning_content: thinking, thinking_blocks: [{ type: 'thinking', thinking }] });
      }
      case 'signature_delta':
        return this.delta({ thinking_blocks: [{ type: 'thinking', thinking: '', signature: delta['signature'] }] });
      case 'input_json_delta':
        return this.input(index, String(delta['partial_json'] ?? ''));
      default:
        return '';
    }
  }

  private input(index: unknown, piece: string): string {
    const block = this.blocks.get(index);
    if (block === undefined || piece === '') {
      return '';
    }
    block.filled = true;
    if (block.isAnswer) {
      return this.delta({ content: piece });
    }
    return block.call === undefined
      ? ''
      : this.delta({ tool_calls: [{ index: block.call, function: { arguments: piece } }] });
  }

  /** A call without arguments has had no piece of them. */
  private close(index: unknown): string {
    const block = this.blocks.get(index);
    const isEmpty = block !== undefined && !block.filled && (block.isAnswer || block.call !== undefined);
    return isEmpty ? this.input(index, '{}') : '';
  }

  private finish(): string {
    const refusal = refusalOf(this.end);
    const told = refusal === undefined ? '' : this.delta({ refusal });
    const last = { index: 0, delta: {}, logprobs: null, ...toFinish(this.end, this.calls > 0) };
    const usage = { ...this.head, choices: [], usage: toUsage(this.usage) };
    return `${told}${writeEvent({ ...this.head, choices: [last] })}${writeEvent(usage)}${DONE}`;
  }

  private delta(delta: Fields): string {
    const role = this.spoken ? {} : { role: 'assistant' };
    this.spoken = true;
    const choice = { index: 0, delta: { ...role, ...delta }, logprobs: null, finish_reason: null };
    return writeEvent({ ...this.head, choices: [choice] });
  }

  /** Counts are of all so far; those that an event does not tell stay. */
  private count(usage: unknown): void {
    if (isObject(usage)) {
      const told = Object.entries(usage).filter(([, value]) => value !== null);
      this.usage = { ...this.usage, ...Object.fromEntries(told) };
    }
  }

  private parse(data: string): Fields {
    try {
      const event: unknown = JSON.parse(data);
      if (isObject(event)) {
        return event;
      }
    } catch {
      // Said below, as of anything else that is no object.
    }
    throw this.broken('one of its events is no JSON object');
  }

  private broken(how: string): GatewayError {
    return new GatewayError(`The provider ${this.provider} sent a stream that is not Anthropic's: ${how}.`, {
      status: 502,
      type: 'invalid_response',
      code: 'upstream_answer_invalid',
    });
  }
}
