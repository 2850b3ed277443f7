import type { RequestParameters } from '../operations/parameters.js';
import { countPromptTokens } from './estimate.js';
import type { TokenUsage } from './event.js';

/** What a request may use, before it is made. */
export interface ExpectedUsage {
  /** More than it can use; costs nothing to find out. */
  readonly most: TokenUsage;
  /** Near what it will use, and rather above; counts the prompt's tokens, so it is asked for only when it matters. */
  readonly likely: () => TokenUsage;
}

/** Tokens of an image in detail, at most: OpenAI's largest tiling, rounded up. */
const IMAGE_TOKENS = 1_600;
/** Above the tokenizer's count, as other models' tokenizers differ from it. */
const MARGIN = 1.1;
const MAX_CHOICES = 128;

/**
 * Output is what the client allows (`max_completion_tokens` or `max_tokens`, times `n`), or else what the configuration
 * assumes. No token is shorter than a byte, so the length of the body bounds the prompt.
 */
export function expectedUsage(parameters: RequestParameters, bodyBytes: number, assumedOutput: number): ExpectedUsage {
  const { body } = parameters;
  const perChoice = positive(body['max_completion_tokens']) ?? positive(body['max_tokens']) ?? assumedOutput;
  const output = perChoice * Math.min(positive(body['n']) ?? 1, MAX_CHOICES);
  const speaks = Array.isArray(body['modalities']) && body['modalities'].includes('audio');
  return {
    most: usage(bodyBytes + images(body['messages']) * IMAGE_TOKENS, output, speaks),
    likely() {
      const counted = countPromptTokens(body['messages']) + countPromptTokens(toolsAsMessages(body['tools']));
      return usage(Math.ceil(counted * MARGIN) + images(body['messages']) * IMAGE_TOKENS, output, speaks);
    },
  };
}

function usage(input: number, output: number, speaks: boolean): TokenUsage {
  const audio = speaks ? { audioOutput: output } : {};
  return { input, cachedInput: 0, output, reasoning: 0, ...audio, source: 'estimated' };
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function images(messages: unknown): number {
  if (!Array.isArray(messages)) {
    return 0;
  }
  return messages.reduce<number>((sum, message) => {
    const content = (message as { content?: unknown } | null)?.content;
    return Array.isArray(content)
      ? sum + content.filter((part) => (part as { type?: unknown } | null)?.type === 'image_url').length
      : sum;
  }, 0);
}

function toolsAsMessages(tools: unknown): unknown {
  return tools === undefined ? undefined : [{ role: 'system', content: JSON.stringify(tools) }];
}
