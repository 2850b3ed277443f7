import { readEvents } from '../../chat/events/readEvents.js';
import type { Fields } from '../../chat/completion/fields.js';
import { EventSplitter } from '../../upstream/eventSplitter.js';
import type { StreamTranslator } from '../chatDialect.js';
import { ChunkWriter } from '../translate/chunkWriter.js';
import { completionId } from '../translate/ids.js';
import { countOf, fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import type { UsageFields } from '../translate/usageFields.js';
import { blocked, finishReason } from './finishReason.js';
import { readLogprobs } from './logprobs.js';
import { readCandidate } from './readCandidate.js';
import { streamError } from './readError.js';
import { readUsageMetadata } from './usage.js';

export interface GeminiStreamOptions {
  readonly provider: string;
  readonly model: string;
  /** How many were asked for: the stream has no end marker of its own. */
  readonly candidates: number;
}

/** The events of streamGenerateContent as chat completion chunks. */
export class GeminiStream implements StreamTranslator {
  private readonly splitter = new EventSplitter();
  private readonly chunks: ChunkWriter;
  /** Calls so far, by choice. */
  private readonly calls = new Map<number, number>();
  private readonly finished = new Set<number>();
  private usage: UsageFields | undefined;
  private done = false;

  constructor(private readonly options: GeminiStreamOptions) {
    this.chunks = new ChunkWriter(completionId(), options.model);
  }

  push(bytes: Buffer): Buffer {
    const whole = this.splitter.push(bytes);
    for (const { data } of whole === undefined ? [] : readEvents(whole)) {
      this.take(parseAnswer(this.options.provider, data));
    }
    return this.chunks.take();
  }

  get unfinished(): boolean {
    return this.splitter.unfinished;
  }

  private take(event: Fields): void {
    if (event['error'] !== undefined) {
      throw streamError(this.options.provider, event['error']);
    }
    if (this.done) {
      return;
    }
    this.chunks.id = textOf(event['responseId']) ?? this.chunks.id;
    this.chunks.model = textOf(event['modelVersion']) ?? this.chunks.model;
    this.usage = readUsageMetadata(event['usageMetadata']) ?? this.usage;
    const blockReason = textOf(fieldsOf(event['promptFeedback'])['blockReason']);
    if (blockReason !== undefined) {
      this.chunks.delta(0, { refusal: blocked(blockReason) });
      this.finish(0, 'content_filter');
    }
    for (const candidate of objectsOf(event['candidates'])) {
      this.takeCandidate(candidate);
    }
    if (this.finished.size >= this.options.candidates || blockReason !== undefined) {
      this.done = true;
      this.chunks.end(this.usage);
    }
  }

  private takeCandidate(candidate: Fields): void {
    const index = countOf(candidate['index']);
    const { text, thoughts, calls, images } = readCandidate(candidate);
    const logprobs = readLogprobs(candidate['logprobsResult']);
    if (thoughts !== '') {
      this.chunks.delta(index, { reasoning_content: thoughts });
    }
    if (text !== '' || logprobs !== undefined) {
      this.chunks.delta(index, { content: text }, logprobs);
    }
    if (images.length > 0) {
      this.chunks.delta(index, { images });
    }
    for (const call of calls) {
      const number = this.calls.get(index) ?? 0;
      this.calls.set(index, number + 1);
      this.chunks.delta(index, { tool_calls: [{ index: number, ...call }] });
    }
    const reason = textOf(candidate['finishReason']);
    if (reason !== undefined) {
      this.finish(index, finishReason(reason, this.calls.has(index), this.options.provider));
    }
  }

  private finish(index: number, reason: string): void {
    if (!this.finished.has(index)) {
      this.finished.add(index);
      this.chunks.finish(index, reason);
    }
  }
}
