import type { SimulatedCompletion } from './completion.js';

/** The server-sent events of a streamed completion, one a token, as OpenAI sends them. */
export function openingEvent(completion: SimulatedCompletion): string {
  return chunk(completion, [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]);
}

export function tokenEvent(completion: SimulatedCompletion, content: string): string {
  return chunk(completion, [{ index: 0, delta: { content }, finish_reason: null }]);
}

export function closingEvents(completion: SimulatedCompletion, includeUsage: boolean): string {
  const finish = chunk(completion, [{ index: 0, delta: {}, finish_reason: completion.finishReason }]);
  const usage = includeUsage ? chunk(completion, [], { usage: completion.usage }) : '';
  return `${finish}${usage}data: [DONE]\n\n`;
}

function chunk({ id, created, model }: SimulatedCompletion, choices: readonly object[], more: object = {}): string {
  return `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created, model, choices, ...more })}\n\n`;
}
