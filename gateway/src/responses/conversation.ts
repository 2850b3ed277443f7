import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';
import { toContent } from './parts.js';
import { unseal } from './sealedThinking.js';

/**
 * Instructions and input items as the messages of a chat completion request. What the model gave item by item (its
 * reasoning, text and calls) is one message there.
 * @throws GatewayError 400 that names the item which cannot be expressed.
 */
export function toChatMessages({ instructions, input }: Fields): Fields[] {
  const items = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
  if (!Array.isArray(items) || items.length === 0) {
    throw invalidField('input', 'input must be a text or a list with at least one item.');
  }
  const messages: Fields[] =
    instructions == null ? [] : [{ role: 'system', content: toContent(instructions, 'instructions') }];
  items.forEach((item, index) => addItem(messages, item, `input.${index}`));
  return messages.map(withContent);
}

function addItem(messages: Fields[], item: unknown, at: string): void {
  const fields = isObject(item) ? item : {};
  switch (fields['type'] ?? 'message') {
    case 'message':
      addMessage(messages, fields, at);
      break;
    case 'function_call': {
      const { call_id: id, name, arguments: given } = fields;
      addCall(messages, { id, type: 'function', function: { name, arguments: given } });
      break;
    }
    case 'custom_tool_call': {
      const { call_id: id, name, input } = fields;
      addCall(messages, { id, type: 'custom', custom: { name, input } });
      break;
    }
    case 'function_call_output':
    case 'custom_tool_call_output':
      messages.push({
        role: 'tool',
        tool_call_id: fields['call_id'],
        content: toContent(fields['output'], `${at}.output`),
      });
      break;
    case 'reasoning':
      addReasoning(messages, fields);
      break;
    default:
      throw invalidField(
        at,
        `${at}: an item of type ${JSON.stringify(fields['type'])} cannot be sent to the provider of this model; messages, calls of functions and custom tools, their outputs, and reasoning can.`
      );
  }
}

function addCall(messages: Fields[], call: Fields): void {
  const said = answering(messages, () => true);
  ((said['tool_calls'] ??= []) as Fields[]).push(call);
}

function addMessage(messages: Fields[], { role, content }: Fields, at: string): void {
  const said = toContent(content, `${at}.content`);
  switch (role) {
    case 'assistant':
      // Reasoning comes before the text that it led to.
      answering(messages, (last) => last['content'] === undefined && last['tool_calls'] === undefined)['content'] =
        said;
      break;
    case 'user':
      messages.push({ role, content: said });
      break;
    case 'system':
    case 'developer':
      // Not every server knows developers.
      messages.push({ role: 'system', content: said });
      break;
    default:
      throw invalidField(`${at}.role`, `${at}.role must be user, assistant, system or developer.`);
  }
}

function addReasoning(messages: Fields[], { summary, content, encrypted_content: sealed }: Fields): void {
  const said = answering(messages, (last) => last['content'] === undefined && last['tool_calls'] === undefined);
  const thoughts = textOf(content) || textOf(summary);
  const blocks = unseal(sealed);
  if (thoughts !== '') {
    const before = said['reasoning_content'];
    said['reasoning_content'] = `${typeof before === 'string' ? before : ''}${thoughts}`;
  }
  if (blocks.length > 0) {
    said['thinking_blocks'] = [...((said['thinking_blocks'] ?? []) as Fields[]), ...blocks];
  }
}

/** The assistant's message that goes on: the last one, where that fits, or a new one. */
function answering(messages: Fields[], fits: (last: Fields) => boolean): Fields {
  const last = messages.at(-1);
  if (last?.['role'] === 'assistant' && fits(last)) {
    return last;
  }
  const begun: Fields = { role: 'assistant' };
  messages.push(begun);
  return begun;
}

function textOf(parts: unknown): string {
  return Array.isArray(parts)
    ? parts.map((part) => (isObject(part) && typeof part['text'] === 'string' ? part['text'] : '')).join('')
    : '';
}

function withContent(message: Fields): Fields {
  return { ...message, content: message['content'] ?? null };
}
