import type { Fields } from '../../chat/completion/fields.js';
import { objectsOf, textOf } from '../translate/json.js';
import { type Message, parsedArguments } from '../translate/readMessages.js';
import { cachePoint, toBlocks } from './blocks.js';

export function systemBlocks(messages: readonly Message[], provider: string): readonly Fields[] | undefined {
  const blocks = messages
    .filter(({ role }) => role === 'system')
    .flatMap(({ parts, fields }) => [...toBlocks(parts, provider), ...cachePoint(fields['cache_control'])]);
  return blocks.length === 0 ? undefined : blocks;
}

/** What was said in turns: Bedrock wants both sides to alternate, and results of tools from the user. */
export function readConversation(messages: readonly Message[], provider: string): readonly Fields[] {
  const turns: Array<{ readonly role: string; readonly content: Fields[] }> = [];
  for (const message of messages) {
    if (message.role === 'system') {
      continue;
    }
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = [...contentOf(message, provider), ...cachePoint(message.fields['cache_control'])];
    const last = turns.at(-1);
    if (last?.role === role) {
      last.content.push(...content);
    } else if (content.length > 0) {
      turns.push({ role, content });
    }
  }
  return turns;
}

function contentOf(message: Message, provider: string): readonly Fields[] {
  const { role, parts, toolCalls, toolCallId, fields, path } = message;
  if (role === 'tool') {
    const content = toBlocks(parts, provider);
    const status = fields['is_error'] === true ? { status: 'error' } : {};
    return [
      { toolResult: { toolUseId: toolCallId, content: content.length === 0 ? [{ text: '' }] : content, ...status } },
    ];
  }
  return [
    ...thoughts(fields['thinking_blocks']),
    ...toBlocks(parts, provider),
    ...toolCalls.map((call) => ({
      toolUse: { toolUseId: call.id, name: call.name, input: parsedArguments(call, path) },
    })),
  ];
}

/** What the model thought before, with the signatures by which it knows its own; without one it is refused. */
function thoughts(blocks: unknown): readonly Fields[] {
  return objectsOf(blocks).flatMap(({ type, thinking, signature, data }): Fields[] => {
    if (type === 'redacted_thinking') {
      return [{ reasoningContent: { redactedContent: data } }];
    }
    const signed = textOf(signature);
    return signed === undefined ? [] : [{ reasoningContent: { reasoningText: { text: thinking, signature: signed } } }];
  });
}
