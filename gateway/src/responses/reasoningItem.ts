import type { Fields } from '../chat/completion/fields.js';
import { joinThinking } from '../chat/completion/joinThinking.js';
import type { EventWriter, OpenItem } from './eventWriter.js';
import { seal } from './sealedThinking.js';

/** What the model thought, as a summary: the only reasoning that all clients know how to show. */
export class ReasoningItem implements OpenItem {
  private text = '';
  private readonly thinking: Fields = {};

  constructor(
    private readonly events: EventWriter,
    private readonly id: string,
    private readonly index: number,
    private readonly sealed: boolean
  ) {}

  open(): string {
    const item = { ...this.item, summary: [] };
    return this.events.write('response.output_item.added', { output_index: this.index, item });
  }

  /** @param blocks pieces of thinking with signatures, to be sent back */
  add(text: unknown, blocks: unknown): string {
    if (Array.isArray(blocks)) {
      joinThinking(this.thinking, blocks as Fields[]);
    }
    if (typeof text !== 'string' || text === '') {
      return '';
    }
    const begun =
      this.text === '' ? this.write('reasoning_summary_part.added', { part: { type: 'summary_text', text: '' } }) : '';
    this.text += text;
    return begun + this.write('reasoning_summary_text.delta', { delta: text });
  }

  get item(): Fields {
    const blocks = this.thinking['thinking_blocks'] as Fields[] | undefined;
    return {
      id: this.id,
      type: 'reasoning',
      summary: this.text === '' ? [] : [{ type: 'summary_text', text: this.text }],
      ...(this.sealed && blocks !== undefined ? { encrypted_content: seal(blocks) } : {}),
    };
  }

  close(): string {
    const { text } = this;
    const said =
      text === ''
        ? ''
        : this.write('reasoning_summary_text.done', { text }) +
          this.write('reasoning_summary_part.done', { part: { type: 'summary_text', text } });
    return said + this.events.write('response.output_item.done', { output_index: this.index, item: this.item });
  }

  private write(type: string, fields: Fields): string {
    const { id, index } = this;
    return this.events.write(`response.${type}`, { item_id: id, output_index: index, summary_index: 0, ...fields });
  }
}
