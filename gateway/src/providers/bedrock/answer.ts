import type { Fields } from '../../chat/completion/fields.js';
import { completion } from '../translate/completion.js';
import { completionId } from '../translate/ids.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import { finishReason } from './finishReason.js';
import { readUsage } from './usage.js';

/** An answer of Converse as a chat completion. @throws GatewayError 502 for an answer that is none. */
export function readAnswer(
  body: Buffer,
  { provider, model }: { readonly provider: string; readonly model: string }
): Buffer {
  const answer = parseAnswer(provider, body);
  const { content } = fieldsOf(fieldsOf(answer['output'])['message']);
  if (!Array.isArray(content)) {
    throw invalidAnswer(provider, 'answered without a message');
  }
  const blocks = objectsOf(content);
  const thoughts = blocks.flatMap(({ reasoningContent }): Fields[] => toThought(fieldsOf(reasoningContent)));
  return completion({
    id: completionId(),
    model,
    choices: [
      {
        text: joined(blocks.map(({ text }) => text)),
        reasoning: joined(thoughts.map(({ thinking }) => thinking)),
        toolCalls: blocks.flatMap(({ toolUse }) => toCall(fieldsOf(toolUse)) ?? []),
        more: thoughts.length === 0 ? undefined : { thinking_blocks: thoughts },
        finishReason: finishReason(answer['stopReason'], provider),
      },
    ],
    usage: readUsage(answer['usage']),
  });
}

function toThought({ reasoningText, redactedContent }: Fields): Fields[] {
  if (redactedContent !== undefined) {
    return [{ type: 'redacted_thinking', data: redactedContent }];
  }
  const { text, signature } = fieldsOf(reasoningText);
  if (typeof text !== 'string') {
    return [];
  }
  return [{ type: 'thinking', thinking: text, ...(signature === undefined ? {} : { signature }) }];
}

function toCall({ toolUseId, name, input }: Fields) {
  return typeof name === 'string'
    ? ({ id: String(toolUseId), type: 'function', function: { name, arguments: JSON.stringify(input ?? {}) } } as const)
    : undefined;
}

function joined(texts: readonly unknown[]): string | undefined {
  return textOf(texts.map((text) => textOf(text) ?? '').join(''));
}
