import type { Fields } from '../chat/completion/fields.js';
import type { EventWriter, OpenItem } from './eventWriter.js';

/** A function that the model calls. */
export class CallItem implements OpenItem {
  private given = '';
  private ended = false;

  constructor(
    private readonly events: EventWriter,
    private readonly id: string,
    private readonly index: number,
    private readonly called: { readonly call_id: unknown; readonly name: unknown }
  ) {}

  open(): string {
    return this.events.write('response.output_item.added', { output_index: this.index, item: this.item });
  }

  /** A piece of its arguments. */
  add(piece: unknown): string {
    if (typeof piece !== 'string' || piece === '') {
      return '';
    }
    this.given += piece;
    return this.write('delta', { delta: piece });
  }

  get item(): Fields {
    const { id, called, given, ended } = this;
    return { id, type: 'function_call', status: ended ? 'completed' : 'in_progress', ...called, arguments: given };
  }

  close(): string {
    this.ended = true;
    return (
      this.write('done', { name: this.called.name, arguments: this.given }) +
      this.events.write('response.output_item.done', { output_index: this.index, item: this.item })
    );
  }

  private write(what: string, fields: Fields): string {
    const place = { item_id: this.id, output_index: this.index };
    return this.events.write(`response.function_call_arguments.${what}`, { ...place, ...fields });
  }
}
