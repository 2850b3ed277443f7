import { encode } from 'gpt-tokenizer/encoding/o200k_base';

import type { TokenUsage } from './event.js';

/**
 * Tokens of a request whose provider did not report them: an aborted stream, or a server that never does. Counted with
 * OpenAI's o200k_base over the messages and over what was generated; marked as estimated wherever it is shown.
 */
export function estimateUsage(body: Readonly<Record<string, unknown>>, generated: string): TokenUsage {
  return {
    input: countPromptTokens(body['messages']),
    cachedInput: 0,
    output: countTokens(generated),
    reasoning: 0,
    source: 'estimated',
  };
}

/** Text of a stream's deltas, tool call arguments included. */
export function streamedText(events: string): string {
  let text = '';
  for (const line of events.split('\n')) {
    if (line.startsWith('data:')) {
      text += deltaText(line.slice('data:'.length));
    }
  }
  return text;
}

/** Text of a whole answer's choices. */
export function wholeText(answer: string): string {
  try {
    const { choices } = JSON.parse(answer) as { choices?: ReadonlyArray<{ message?: Delta }> };
    return deltaTexts((choices ?? []).map(({ message }) => message));
  } catch {
    return '';
  }
}

/** OpenAI's published count for chat: three tokens around each message and three that open the answer. */
export function countPromptTokens(messages: unknown): number {
  if (!Array.isArray(messages)) {
    return 0;
  }
  return messages.reduce<number>((sum, message) => sum + 3 + countTokens(messageText(message)), 3);
}

/**
 * Tokens of a text. The tokenizer's time grows with the square of a stretch without spaces, so text is counted in
 * slices; and it runs on the event loop, so of a very long text only the beginning is counted and the rest taken to be
 * like it.
 */
export function countTokens(text: string): number {
  const counted = Math.min(text.length, MAX_COUNTED);
  let tokens = 0;
  for (let at = 0; at < counted; at += SLICE) {
    tokens += encodeText(text.slice(at, Math.min(at + SLICE, counted))).length;
  }
  return counted === text.length ? tokens : Math.round((tokens * text.length) / counted);
}

/** Both in UTF-16 code units. */
const SLICE = 1_000;
const MAX_COUNTED = 200_000;

/** Token ids of a text; what looks like a special token is text here. */
export function encodeText(text: string): readonly number[] {
  return encode(text, { disallowedSpecial: new Set() });
}

function messageText(message: unknown): string {
  const { role, content, name } = (message ?? {}) as Record<string, unknown>;
  const parts = Array.isArray(content)
    ? content.map((part) => (part as { text?: unknown } | null)?.text).filter((text) => typeof text === 'string')
    : [content];
  return [role, name, ...parts].filter((text) => typeof text === 'string').join('\n');
}

interface Delta {
  readonly content?: unknown;
  readonly reasoning_content?: unknown;
  readonly tool_calls?: ReadonlyArray<{
    readonly function?: { readonly name?: unknown; readonly arguments?: unknown };
  }>;
}

function deltaText(data: string): string {
  try {
    const { choices } = JSON.parse(data) as { choices?: ReadonlyArray<{ delta?: Delta }> };
    return deltaTexts((choices ?? []).map(({ delta }) => delta));
  } catch {
    return '';
  }
}

function deltaTexts(deltas: ReadonlyArray<Delta | undefined>): string {
  return deltas
    .flatMap((delta) => [
      delta?.reasoning_content,
      delta?.content,
      ...(delta?.tool_calls ?? []).flatMap((call) => [call.function?.name, call.function?.arguments]),
    ])
    .filter((text) => typeof text === 'string')
    .join('');
}
