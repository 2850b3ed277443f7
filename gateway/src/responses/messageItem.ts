import { type Fields, isObject } from '../chat/completion/fields.js';
import type { EventWriter, OpenItem } from './eventWriter.js';

type Kind = 'output_text' | 'refusal';

interface Part {
  readonly kind: Kind;
  text: string;
  readonly annotations: Fields[];
  readonly logprobs: unknown[];
}

/** What the model says: text, and refusals. */
export class MessageItem implements OpenItem {
  private readonly parts: Part[] = [];
  private ended = false;

  constructor(
    private readonly events: EventWriter,
    private readonly id: string,
    private readonly index: number
  ) {}

  open(): string {
    return this.events.write('response.output_item.added', { output_index: this.index, item: this.item });
  }

  /** @param logprobs of the tokens in this piece */
  addText(text: string, logprobs: readonly unknown[]): string {
    const begun = this.begin('output_text');
    const part = this.parts.at(-1) as Part;
    part.text += text;
    part.logprobs.push(...logprobs);
    return begun + this.write('output_text.delta', { delta: text, logprobs });
  }

  addRefusal(text: string): string {
    const begun = this.begin('refusal');
    (this.parts.at(-1) as Part).text += text;
    return begun + this.write('refusal.delta', { delta: text });
  }

  /** Sources of the text so far; as they stand in a chat completion. */
  annotate(annotations: readonly unknown[]): string {
    const part = this.parts.at(-1);
    return part === undefined
      ? ''
      : annotations
          .filter(isObject)
          .map(({ type, ...more }) => {
            const annotation = { type, ...(isObject(more[String(type)]) ? (more[String(type)] as Fields) : more) };
            part.annotations.push(annotation);
            const annotation_index = part.annotations.length - 1;
            return this.write('output_text.annotation.added', { annotation_index, annotation });
          })
          .join('');
  }

  get item(): Fields {
    return {
      id: this.id,
      type: 'message',
      status: this.ended ? 'completed' : 'in_progress',
      role: 'assistant',
      content: this.parts.map(shown),
    };
  }

  close(): string {
    const closed = this.closePart();
    this.ended = true;
    return closed + this.events.write('response.output_item.done', { output_index: this.index, item: this.item });
  }

  private begin(kind: Kind): string {
    if (this.parts.at(-1)?.kind === kind) {
      return '';
    }
    const closed = this.closePart();
    const part = { kind, text: '', annotations: [], logprobs: [] };
    this.parts.push(part);
    return closed + this.write('content_part.added', { part: shown(part) });
  }

  private closePart(): string {
    const part = this.parts.at(-1);
    if (part === undefined) {
      return '';
    }
    const { kind, text, logprobs } = part;
    const done =
      kind === 'refusal'
        ? this.write('refusal.done', { refusal: text })
        : this.write('output_text.done', { text, logprobs });
    return done + this.write('content_part.done', { part: shown(part) });
  }

  private write(type: string, fields: Fields): string {
    const place = { item_id: this.id, output_index: this.index, content_index: this.parts.length - 1 };
    return this.events.write(`response.${type}`, { ...place, ...fields });
  }
}

function shown({ kind, text, annotations, logprobs }: Part): Fields {
  return kind === 'refusal'
    ? { type: kind, refusal: text }
    : { type: kind, text, annotations: [...annotations], logprobs: [...logprobs] };
}
