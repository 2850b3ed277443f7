import type { SimulatedCompletion } from './completion.js';

/** How a completion is put on the wire. */
export interface CompletionShape {
  /** Of a whole answer, and of a chunk. */
  readonly object: string;
  readonly chunk: string;
  /** What a choice has of the whole text, and of a piece of it; nothing at the end. */
  whole(text: string): object;
  piece(text: string): object;
  /** What a choice has before the first token; undefined where nothing comes before it. */
  readonly opening: object | undefined;
  readonly closing: object;
}

export const CHAT: CompletionShape = {
  object: 'chat.completion',
  chunk: 'chat.completion.chunk',
  whole: (content) => ({ message: { role: 'assistant', content } }),
  piece: (content) => ({ delta: { content } }),
  opening: { delta: { role: 'assistant', content: '' } },
  closing: { delta: {} },
};

export const TEXT: CompletionShape = {
  object: 'text_completion',
  chunk: 'text_completion',
  whole: (text) => ({ text, logprobs: null }),
  piece: (text) => ({ text, logprobs: null }),
  opening: undefined,
  closing: { text: '', logprobs: null },
};

/** The server-sent events of a streamed completion, one a token, as OpenAI sends them. */
export function openingEvent(completion: SimulatedCompletion, shape: CompletionShape): string {
  const { opening } = shape;
  return opening === undefined ? '' : chunk(completion, shape, [{ index: 0, ...opening, finish_reason: null }]);
}

export function tokenEvent(completion: SimulatedCompletion, shape: CompletionShape, text: string): string {
  return chunk(completion, shape, [{ index: 0, ...shape.piece(text), finish_reason: null }]);
}

export function closingEvents(completion: SimulatedCompletion, shape: CompletionShape, includeUsage: boolean): string {
  const finish = chunk(completion, shape, [{ index: 0, ...shape.closing, finish_reason: completion.finishReason }]);
  const usage = includeUsage ? chunk(completion, shape, [], { usage: completion.usage }) : '';
  return `${finish}${usage}data: [DONE]\n\n`;
}

function chunk(
  { id, created, model }: SimulatedCompletion,
  { chunk: object }: CompletionShape,
  choices: readonly object[],
  more: object = {}
): string {
  return `data: ${JSON.stringify({ id, object, created, model, choices, ...more })}\n\n`;
}
