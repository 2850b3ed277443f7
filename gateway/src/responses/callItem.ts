import type { Fields } from '../chat/completion/fields.js';
import type { EventWriter, OpenItem } from './eventWriter.js';

/** What functions and custom tools are called with, and what that is called. */
const KINDS = {
  function: { id: 'fc', type: 'function_call', given: 'arguments', events: 'response.function_call_arguments' },
  custom: { id: 'ctc', type: 'custom_tool_call', given: 'input', events: 'response.custom_tool_call_input' },
} as const;

export type CallKind = keyof typeof KINDS;

export const idKindOf = (kind: CallKind) => KINDS[kind].id;

/** A function, or a tool of the client's, that the model calls. */
export class CallItem implements OpenItem {
  private given = '';
  private ended = false;

  constructor(
    private readonly events: EventWriter,
    private readonly kind: CallKind,
    private readonly id: string,
    private readonly index: number,
    private readonly called: { readonly call_id: unknown; readonly name: unknown }
  ) {}

  open(): string {
    return this.events.write('response.output_item.added', { output_index: this.index, item: this.item });
  }

  /** A piece of what it is called with. */
  add(piece: unknown): string {
    if (typeof piece !== 'string' || piece === '') {
      return '';
    }
    this.given += piece;
    return this.write('delta', { delta: piece });
  }

  get item(): Fields {
    const { id, called, given, ended } = this;
    const { type, given: name } = KINDS[this.kind];
    return { id, type, status: ended ? 'completed' : 'in_progress', ...called, [name]: given };
  }

  close(): string {
    this.ended = true;
    const name = this.kind === 'function' ? { name: this.called.name } : {};
    return (
      this.write('done', { ...name, [KINDS[this.kind].given]: this.given }) +
      this.events.write('response.output_item.done', { output_index: this.index, item: this.item })
    );
  }

  private write(what: string, fields: Fields): string {
    const place = { item_id: this.id, output_index: this.index };
    return this.events.write(`${KINDS[this.kind].events}.${what}`, { ...place, ...fields });
  }
}
