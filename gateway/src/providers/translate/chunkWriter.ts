import { DONE, writeEvent } from '../../chat/events/writeEvent.js';
import { defined } from './json.js';

/** Writes chat completion chunks as server-sent events. */
export class ChunkWriter {
  private readonly created = Math.floor(Date.now() / 1000);
  private readonly begun = new Set<number>();
  private events: string[] = [];
  id: string;
  model: string;

  /** What the provider's stream says of itself may come later; until then, these stand for it. */
  constructor(id: string, model: string) {
    this.id = id;
    this.model = model;
  }

  /** A piece of the choice's message; the first one says whose it is. */
  delta(index: number, delta: object, logprobs?: object): void {
    const first = !this.begun.has(index);
    this.begun.add(index);
    const piece = first ? { role: 'assistant', ...delta } : delta;
    this.choice({ index, delta: piece, logprobs: logprobs ?? null, finish_reason: null });
  }

  finish(index: number, reason: string): void {
    if (!this.begun.has(index)) {
      this.delta(index, { content: '' });
    }
    this.choice({ index, delta: {}, logprobs: null, finish_reason: reason });
  }

  /** What ends a stream: the usage, where it is known, and the end marker. */
  end(usage: object | undefined): void {
    if (usage !== undefined) {
      this.write({ choices: [], usage });
    }
    this.events.push(DONE);
  }

  /** What was written since the last time. */
  take(): Buffer {
    const bytes = Buffer.from(this.events.join(''));
    this.events = [];
    return bytes;
  }

  private choice(choice: object): void {
    this.write({ choices: [choice] });
  }

  private write({ choices, usage }: { readonly choices: readonly object[]; readonly usage?: object }): void {
    const { id, created, model } = this;
    this.events.push(writeEvent(defined({ id, object: 'chat.completion.chunk', created, model, choices, usage })));
  }
}
