import { type Fields, isObject } from '../../chat/completion/fields.js';
import type { StreamTranslator } from '../chatDialect.js';
import { ChunkWriter } from '../translate/chunkWriter.js';
import { completionId } from '../translate/ids.js';
import { fieldsOf, parseAnswer } from '../translate/json.js';
import { EventStreamReader } from './eventStreamReader.js';
import { finishReason } from './finishReason.js';
import { exceptionInStream } from './readError.js';
import { readUsage } from './usage.js';

/** The messages of ConverseStream as chat completion chunks. */
export class BedrockStream implements StreamTranslator {
  private readonly reader: EventStreamReader;
  private readonly chunks: ChunkWriter;
  /** Numbers of the calls, from 0, by the index of their block. */
  private readonly calls = new Map<unknown, number>();
  /** Blocks of calls whose arguments have begun. */
  private readonly filled = new Set<unknown>();

  constructor(private readonly options: { readonly provider: string; readonly model: string }) {
    this.reader = new EventStreamReader(options.provider);
    this.chunks = new ChunkWriter(completionId(), options.model);
  }

  push(bytes: Buffer): Buffer {
    for (const { kind, type, body } of this.reader.push(bytes)) {
      const event = parseAnswer(this.options.provider, body);
      if (kind !== 'event') {
        throw exceptionInStream(this.options.provider, type, event);
      }
      this.take(type, event);
    }
    return this.chunks.take();
  }

  get unfinished(): boolean {
    return this.reader.unfinished;
  }

  private take(type: string, event: Fields): void {
    const { contentBlockIndex: block } = event;
    switch (type) {
      case 'contentBlockStart':
        this.start(block, fieldsOf(fieldsOf(event['start'])['toolUse']));
        break;
      case 'contentBlockDelta':
        this.piece(block, fieldsOf(event['delta']));
        break;
      case 'contentBlockStop':
        this.stop(block);
        break;
      case 'messageStop':
        this.chunks.finish(0, finishReason(event['stopReason'], this.options.provider));
        break;
      case 'metadata':
        this.chunks.end(readUsage(event['usage']));
    }
  }

  private start(block: unknown, { toolUseId: id, name }: Fields): void {
    if (typeof name === 'string') {
      const index = this.calls.size;
      this.calls.set(block, index);
      this.chunks.delta(0, { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] });
    }
  }

  private piece(block: unknown, { text, toolUse, reasoningContent }: Fields): void {
    if (typeof text === 'string') {
      this.chunks.delta(0, { content: text });
    } else if (isObject(toolUse)) {
      this.argumentsOf(block, toolUse['input']);
    } else if (isObject(reasoningContent)) {
      this.thought(reasoningContent);
    }
  }

  private argumentsOf(block: unknown, piece: unknown): void {
    const index = this.calls.get(block);
    if (index !== undefined && typeof piece === 'string' && piece !== '') {
      this.filled.add(block);
      this.chunks.delta(0, { tool_calls: [{ index, function: { arguments: piece } }] });
    }
  }

  /** A call without arguments has had no piece of them. */
  private stop(block: unknown): void {
    if (this.calls.has(block) && !this.filled.has(block)) {
      this.argumentsOf(block, '{}');
    }
  }

  /** As text, and with what has to be sent back; as the answers of Anthropic's own API have it. */
  private thought({ text, signature, redactedContent: data }: Fields): void {
    if (typeof text === 'string') {
      this.chunks.delta(0, { reasoning_content: text, thinking_blocks: [{ type: 'thinking', thinking: text }] });
    } else if (typeof signature === 'string') {
      this.chunks.delta(0, { thinking_blocks: [{ type: 'thinking', thinking: '', signature }] });
    } else if (data !== undefined) {
      this.chunks.delta(0, { thinking_blocks: [{ type: 'redacted_thinking', data }] });
    }
  }
}
