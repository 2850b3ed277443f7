import type { Fields } from '../../chat/completion/fields.js';
import { invalidContent } from '../translate/invalidContent.js';
import { defined } from '../translate/json.js';
import { type Message, textOfParts } from '../translate/readMessages.js';
import type { Part } from '../translate/readParts.js';

export function toMessage(message: Message, provider: string): Fields {
  const { role, parts, toolCalls, toolCallId, reasoning } = message;
  const content = contentOf(parts, provider);
  switch (role) {
    case 'tool':
      return { role, tool_call_id: toolCallId, content };
    case 'assistant': {
      const tool_calls = toolCalls.map(({ id, name, arguments: given }) => ({
        id,
        type: 'function',
        function: { name, arguments: given },
      }));
      return tool_calls.length === 0
        ? { role, content }
        : // What the model planned to do with its tools is told as its reasoning.
          defined({ role, tool_calls, tool_plan: reasoning, content: parts.length === 0 ? undefined : content });
    }
    default:
      return { role, content };
  }
}

function contentOf(parts: readonly Part[], provider: string): string | readonly Fields[] {
  if (parts.every(({ kind }) => kind === 'text')) {
    return parts.length > 1 ? parts.map((part) => toPart(part, provider)) : textOfParts(parts);
  }
  return parts.map((part) => toPart(part, provider));
}

function toPart(part: Part, provider: string): Fields {
  if (part.kind === 'text') {
    return { type: 'text', text: part.text };
  }
  if (part.kind === 'image') {
    const url = part.url ?? `data:${part.inline.mediaType};base64,${part.inline.data}`;
    return { type: 'image_url', image_url: { url } };
  }
  throw invalidContent(provider, part.path, `${part.kind} parts`);
}
