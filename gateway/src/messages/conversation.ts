import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';
import { blocksOf, cacheControl, plainContent, toPart, toParts } from './parts.js';

/**
 * System prompt and messages, as the messages of a chat completion request.
 * @throws GatewayError 400 that names the block which cannot be expressed.
 */
export function toChatMessages({ system, messages }: Fields): Fields[] {
  if (!Array.isArray(messages) || messages.length === 0) {
    throw invalidField('messages', 'messages must be an array with at least one message.');
  }
  const prompt = system == null ? [] : toParts(blocksOf(system, 'system'), 'system');
  return [
    ...(prompt.length === 0 ? [] : [{ role: 'system', content: plainContent(prompt) }]),
    ...messages.flatMap((message, index) => toMessages(message, `messages.${index}`)),
  ];
}

function toMessages(message: unknown, at: string): Fields[] {
  const { role, content } = isObject(message) ? message : {};
  const blocks = blocksOf(content, `${at}.content`);
  switch (role) {
    case 'user':
      return userMessages(blocks, `${at}.content`);
    case 'assistant':
      return [assistantMessage(blocks, `${at}.content`)];
    case 'system':
      return [{ role, content: plainContent(toParts(blocks, `${at}.content`)) }];
    default:
      throw invalidField(`${at}.role`, `${at}.role must be user or assistant.`);
  }
}

/** Results of tools are messages of their own, before what the user says. */
function userMessages(blocks: readonly unknown[], at: string): Fields[] {
  const results: Fields[] = [];
  const parts: Fields[] = [];
  blocks.forEach((block, index) => {
    if (isObject(block) && block['type'] === 'tool_result') {
      results.push(toolMessage(block, `${at}.${index}`));
    } else {
      parts.push(...toPart(block, `${at}.${index}`));
    }
  });
  return [
    ...results,
    ...(parts.length === 0 && results.length > 0 ? [] : [{ role: 'user', content: plainContent(parts) }]),
  ];
}

function toolMessage(result: Fields, at: string): Fields {
  const { tool_use_id: id, content, is_error: failed } = result;
  const parts = content == null ? [] : toParts(blocksOf(content, `${at}.content`), `${at}.content`);
  return {
    role: 'tool',
    tool_call_id: id,
    content: parts.length === 0 ? '' : plainContent(parts),
    ...(failed === true ? { is_error: true } : {}),
    ...cacheControl(result),
  };
}

function assistantMessage(blocks: readonly unknown[], at: string): Fields {
  const of = (...types: readonly string[]) =>
    blocks.filter(isObject).filter(({ type }) => types.includes(String(type)));
  const thinking = of('thinking', 'redacted_thinking');
  const calls = of('tool_use');
  const parts = blocks.flatMap((block, index) =>
    isObject(block) && (thinking.includes(block) || calls.includes(block)) ? [] : toPart(block, `${at}.${index}`)
  );
  const thoughts = thinking.map(({ thinking: thought }) => (typeof thought === 'string' ? thought : '')).join('');
  return {
    role: 'assistant',
    content: parts.length === 0 ? null : plainContent(parts),
    ...(thinking.length === 0 ? {} : { reasoning_content: thoughts, thinking_blocks: thinking }),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(toCall) }),
  };
}

function toCall(call: Fields): Fields {
  const { id, name, input } = call;
  return { id, type: 'function', function: { name, arguments: JSON.stringify(input ?? {}) }, ...cacheControl(call) };
}
