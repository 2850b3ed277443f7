import { type Fields, isObject } from '../../chat/completion/fields.js';
import { toFinish, refusalOf } from './finish.js';
import { answersByTool, JSON_TOOL } from './jsonOutput.js';
import { toUsage } from './usage.js';

/**
 * A message of Anthropic's as a chat completion; undefined for what is none.
 * @param body of the chat completion request
 * @param created epoch seconds; Anthropic does not say
 */
export function toCompletion(message: unknown, body: Fields, created: number): Fields | undefined {
  if (!isObject(message) || !Array.isArray(message['content']) || !isObject(message['usage'])) {
    return undefined;
  }
  const blocks = message['content'].filter(isObject);
  const asJson = answersByTool(body) ? blocks.filter(isJsonAnswer) : [];
  const calls = blocks.filter((block) => block['type'] === 'tool_use' && !asJson.includes(block));
  const texts = [
    ...blocks.filter(({ type }) => type === 'text').map(({ text }) => String(text)),
    ...asJson.map(({ input }) => JSON.stringify(input)),
  ];
  return {
    id: completionId(message['id']),
    object: 'chat.completion',
    created,
    model: message['model'],
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: texts.length === 0 ? null : texts.join(''),
          refusal: refusalOf(message) ?? null,
          ...thoughts(blocks),
          ...(calls.length === 0 ? {} : { tool_calls: calls.map(toToolCall) }),
        },
        logprobs: null,
        ...toFinish(message, calls.length > 0),
      },
    ],
    usage: toUsage(message['usage']),
  };
}

/** Told apart from OpenAI's, and turned back for clients of Anthropic's. */
export function completionId(id: unknown): string {
  return `chatcmpl-${String(id)}`;
}

export function isJsonAnswer({ type, name }: Fields): boolean {
  return type === 'tool_use' && name === JSON_TOOL;
}

/** As text, and whole with signatures, to be sent back: as LiteLLM's clients know them. */
function thoughts(blocks: readonly Fields[]): Fields {
  const thinking = blocks.filter(({ type }) => type === 'thinking' || type === 'redacted_thinking');
  if (thinking.length === 0) {
    return {};
  }
  const text = thinking.map(({ thinking: thought }) => (typeof thought === 'string' ? thought : '')).join('');
  return { reasoning_content: text, thinking_blocks: thinking };
}

function toToolCall({ id, name, input }: Fields): Fields {
  return { id, type: 'function', function: { name, arguments: JSON.stringify(input ?? {}) } };
}
