import { randomUUID } from 'node:crypto';

import { type Fields, isObject } from '../chat/completion/fields.js';
import { CallItem, idKindOf } from './callItem.js';
import type { EventWriter, OpenItem } from './eventWriter.js';
import { MessageItem } from './messageItem.js';
import { ReasoningItem } from './reasoningItem.js';
import { idOf } from './responseObject.js';

/** The deltas of a chat completion as the items of a response. Calls stay open to the end: their pieces may alternate. */
export class Output {
  private readonly made: OpenItem[] = [];
  private readonly calls = new Map<unknown, CallItem>();
  /** What goes on with the next delta of its kind. */
  private current: ReasoningItem | MessageItem | undefined;

  /**
   * @param completion id of the chat completion
   * @param sealed whether reasoning is to have what it takes to be sent back
   */
  constructor(
    private readonly events: EventWriter,
    private readonly completion: unknown,
    private readonly sealed: boolean
  ) {}

  get items(): Fields[] {
    return this.made.map(({ item }) => item);
  }

  /** The events that a delta amounts to. @param logprobs of the choice that it is part of */
  add(delta: Fields, logprobs: unknown): string {
    const { content, refusal, annotations, tool_calls: calls, thinking_blocks: blocks } = delta;
    const reasoning = delta['reasoning_content'] ?? delta['reasoning'];
    const ofContent = isObject(logprobs) && Array.isArray(logprobs['content']) ? logprobs['content'] : [];
    let events = '';
    if (isText(reasoning) || Array.isArray(blocks)) {
      const [item, begun] = this.reasoning();
      events += begun + item.add(reasoning, blocks);
    }
    if (isText(content)) {
      const [item, begun] = this.message();
      events += begun + item.addText(content, ofContent);
    }
    if (isText(refusal)) {
      const [item, begun] = this.message();
      events += begun + item.addRefusal(refusal);
    }
    if (Array.isArray(annotations) && annotations.length > 0) {
      const [item, begun] = this.message();
      events += begun + item.annotate(annotations);
    }
    return (
      events +
      (Array.isArray(calls)
        ? calls
            .filter(isObject)
            .map((call) => this.call(call))
            .join('')
        : '')
    );
  }

  /** Ends all that is open. */
  close(): string {
    return this.leave() + [...this.calls.values()].map((call) => call.close()).join('');
  }

  private reasoning(): [ReasoningItem, string] {
    if (this.current instanceof ReasoningItem) {
      return [this.current, ''];
    }
    const left = this.leave();
    const item = new ReasoningItem(this.events, this.id('rs'), this.made.length, this.sealed);
    this.made.push(item);
    this.current = item;
    return [item, left + item.open()];
  }

  private message(): [MessageItem, string] {
    if (this.current instanceof MessageItem) {
      return [this.current, ''];
    }
    const left = this.leave();
    const item = new MessageItem(this.events, this.id('msg'), this.made.length);
    this.made.push(item);
    this.current = item;
    return [item, left + item.open()];
  }

  private call({ index, id, function: called, custom }: Fields): string {
    const kind = isObject(custom) ? 'custom' : 'function';
    const { name, arguments: piece } = isObject(custom)
      ? { name: custom['name'], arguments: custom['input'] }
      : isObject(called)
        ? called
        : {};
    const known = this.calls.get(index);
    if (known !== undefined) {
      return known.add(piece);
    }
    const left = this.leave();
    const told = { call_id: id ?? `call_${randomUUID()}`, name };
    const item = new CallItem(this.events, kind, this.id(idKindOf(kind)), this.made.length, told);
    this.made.push(item);
    this.calls.set(index, item);
    return left + item.open() + item.add(piece);
  }

  private leave(): string {
    const closed = this.current?.close() ?? '';
    this.current = undefined;
    return closed;
  }

  private id(kind: 'rs' | 'msg' | 'fc' | 'ctc'): string {
    return idOf(kind, this.completion, this.made.length);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
