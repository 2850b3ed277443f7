import { encode } from 'gpt-tokenizer/encoding/o200k_base';

import type { TokenUsage } from './event.js';

/** What was generated, as text: the reasoning apart, as it may have its own price. */
export interface Generated {
  readonly reasoning: string;
  /** The rest: answers, refusals, what was spoken, and calls of tools with their arguments. */
  readonly answer: string;
}

/**
 * Tokens of a request whose provider did not report them: an aborted stream, or a server that never does. Counted with
 * OpenAI's o200k_base over the messages and tools and over what was generated; marked as estimated wherever it is shown.
 */
export function estimateUsage(body: Readonly<Record<string, unknown>>, generated: Generated): TokenUsage {
  const reasoning = countTokens(generated.reasoning);
  return {
    input: countPromptTokens(body['messages']) + countDefinitions(body),
    cachedInput: 0,
    output: reasoning + countTokens(generated.answer),
    reasoning,
    source: 'estimated',
  };
}

/** Text of a stream's deltas. */
export function streamedText(events: string): Generated {
  const deltas = events
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .flatMap((line) => messagesOf(line.slice('data:'.length), 'delta'));
  return textOf(deltas);
}

/** Text of a whole answer's choices. */
export function wholeText(answer: string): Generated {
  return textOf(messagesOf(answer, 'message'));
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

/** What the model may call, and the shape it has to answer in: both are put before the messages, as text. */
function countDefinitions({ tools, functions, response_format: format }: Readonly<Record<string, unknown>>): number {
  return [tools, functions, format].reduce<number>(
    (sum, definition) => sum + (definition == null ? 0 : countTokens(JSON.stringify(definition))),
    0
  );
}

function messageText(message: unknown): string {
  const { role, content, name, refusal, tool_calls, function_call } = (message ?? {}) as Message & Prompted;
  const parts = Array.isArray(content) ? content.flatMap(partTexts) : [content];
  return [role, name, ...parts, refusal, ...callTexts(tool_calls), ...callTexts([{ function: function_call }])]
    .filter((text) => typeof text === 'string')
    .join('\n');
}

function partTexts(part: unknown): unknown[] {
  const { text, refusal } = (part ?? {}) as { text?: unknown; refusal?: unknown };
  return [text, refusal];
}

interface Prompted {
  readonly role?: unknown;
  readonly name?: unknown;
}

/** A message of a chat, or a part of one. */
interface Message {
  readonly content?: unknown;
  /** What servers call the reasoning that they show. */
  readonly reasoning_content?: unknown;
  readonly reasoning?: unknown;
  readonly refusal?: unknown;
  readonly audio?: { readonly transcript?: unknown } | null;
  readonly tool_calls?: unknown;
  /** What came before tool calls. */
  readonly function_call?: unknown;
}

function messagesOf(json: string, name: 'delta' | 'message'): Message[] {
  try {
    const { choices } = JSON.parse(json) as { choices?: ReadonlyArray<Readonly<Record<string, Message | null>>> };
    return (choices ?? []).map((choice) => choice[name] ?? {});
  } catch {
    return [];
  }
}

function textOf(messages: readonly Message[]): Generated {
  return {
    reasoning: joined(messages.map(({ reasoning_content: content, reasoning }) => content ?? reasoning)),
    answer: joined(
      messages.flatMap(({ content, refusal, audio, tool_calls: calls, function_call: call }) => [
        content,
        refusal,
        audio?.transcript,
        ...callTexts(calls),
        ...callTexts([{ function: call }]),
      ])
    ),
  };
}

function callTexts(calls: unknown): unknown[] {
  return Array.isArray(calls)
    ? calls.flatMap((call: ToolCall | null) => [
        call?.function?.name,
        call?.function?.arguments,
        call?.custom?.name,
        call?.custom?.input,
      ])
    : [];
}

interface ToolCall {
  readonly function?: { readonly name?: unknown; readonly arguments?: unknown } | null;
  readonly custom?: { readonly name?: unknown; readonly input?: unknown } | null;
}

function joined(texts: readonly unknown[]): string {
  return texts.filter((text) => typeof text === 'string').join('');
}
