import { isObject } from '../chat/completion/fields.js';
import type { TokenUsage } from '../usage/event.js';

/** A whole answer, as it is kept. */
export interface StoredAnswer {
  /** Epoch milliseconds at which it was kept. */
  readonly at: number;
  /** `provider/model` that made it. */
  readonly deployment: string;
  /** What it used when it was made. */
  readonly tokens: TokenUsage;
  /** As a provider sends it to a client that does not stream. */
  readonly body: Buffer;
}

/** About what an answer takes besides its body, in bytes. */
const OVERHEAD = 500;

export function sizeOf({ body }: StoredAnswer): number {
  return body.length + OVERHEAD;
}

export function encodeAnswer({ body, ...rest }: StoredAnswer): string {
  return JSON.stringify({ ...rest, body: body.toString('utf8') });
}

/** Undefined for what is no answer of ours: whoever reaches Redis can write there. */
export function decodeAnswer(text: string): StoredAnswer | undefined {
  try {
    const { at, deployment, tokens, body } = JSON.parse(text) as Record<string, unknown>;
    return typeof at === 'number' && typeof deployment === 'string' && isUsage(tokens) && isCompletion(body)
      ? { at, deployment, tokens, body: Buffer.from(body) }
      : undefined;
  } catch {
    return undefined;
  }
}

function isCompletion(value: unknown): value is string {
  const { choices } = (typeof value === 'string' ? JSON.parse(value) : {}) as { choices?: unknown };
  return Array.isArray(choices) && choices.every((choice: unknown) => isObject(choice) && isObject(choice['message']));
}

function isUsage(value: unknown): value is TokenUsage {
  const { input, output } = (value ?? {}) as Partial<TokenUsage>;
  return typeof input === 'number' && typeof output === 'number';
}
