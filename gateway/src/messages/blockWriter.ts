import { randomUUID } from 'node:crypto';

import { type Fields, isObject } from '../chat/completion/fields.js';
import { writeEvent } from '../chat/events/writeEvent.js';

/** The deltas of a message as Anthropic's content blocks, one after the other. */
export class BlockWriter {
  /** What the open block is made of: a kind of content, or the number of a call; undefined while none is open. */
  private open: string | number | undefined;
  private index = -1;
  private readonly indexOfCall = new Map<unknown, number>();

  /** Whether a tool was called. */
  get calls(): boolean {
    return this.indexOfCall.size > 0;
  }

  /** The events that a delta amounts to. */
  add(delta: Fields): string {
    const { thinking_blocks: thinking, reasoning_content: reasoning, content, refusal, tool_calls: calls } = delta;
    // In the order in which blocks are to begin.
    return [
      ...(Array.isArray(thinking)
        ? thinking.filter(isObject).map((block) => this.thinking(block))
        : [this.thought(reasoning ?? delta['reasoning'])]),
      this.text(content),
      this.text(refusal),
      ...(Array.isArray(calls) ? calls.filter(isObject).map((call) => this.call(call)) : []),
    ].join('');
  }

  /** Ends the block that is open. */
  close(): string {
    if (this.open === undefined) {
      return '';
    }
    this.open = undefined;
    return writeEvent({ type: 'content_block_stop', index: this.index }, 'content_block_stop');
  }

  private text(text: unknown): string {
    return typeof text === 'string' && text !== ''
      ? this.begin('text', { type: 'text', text: '' }) + this.delta({ type: 'text_delta', text })
      : '';
  }

  private thought(thinking: unknown): string {
    return typeof thinking === 'string' && thinking !== ''
      ? this.begin('thinking', { type: 'thinking', thinking: '', signature: '' }) +
          this.delta({ type: 'thinking_delta', thinking })
      : '';
  }

  /** A signature ends its block. */
  private thinking({ type, thinking, signature, data }: Fields): string {
    if (type === 'redacted_thinking') {
      return this.begin('redacted', { type, data }) + this.close();
    }
    const text = this.thought(thinking);
    if (typeof signature !== 'string') {
      return text;
    }
    const begun = this.begin('thinking', { type: 'thinking', thinking: '', signature: '' });
    return text + begun + this.delta({ type: 'signature_delta', signature }) + this.close();
  }

  /** Pieces of a call that comes after another has begun are given to the block which it has. */
  private call({ index, id, function: called }: Fields): string {
    const { name, arguments: piece } = isObject(called) ? called : {};
    let begun = '';
    if (!this.indexOfCall.has(index)) {
      const block = { type: 'tool_use', id: id ?? `toolu_${randomUUID()}`, name, input: {} };
      begun = this.begin(Number(index), block);
      this.indexOfCall.set(index, this.index);
    }
    return typeof piece === 'string' && piece !== ''
      ? begun + this.delta({ type: 'input_json_delta', partial_json: piece }, this.indexOfCall.get(index))
      : begun;
  }

  private begin(kind: string | number, block: Fields): string {
    if (this.open === kind) {
      return '';
    }
    const closed = this.close();
    this.open = kind;
    this.index++;
    const start = { type: 'content_block_start', index: this.index, content_block: block };
    return closed + writeEvent(start, 'content_block_start');
  }

  private delta(delta: Fields, index = this.index): string {
    return writeEvent({ type: 'content_block_delta', index, delta }, 'content_block_delta');
  }
}
