import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';
import { cacheControl, toBlocks } from './contentBlocks.js';

/**
 * What the model said before, in the order in which Anthropic generates: thinking with its signatures, text, calls.
 * Reasoning without a signature (`reasoning_content` alone) is left out: Anthropic refuses it.
 */
export function assistantBlocks(message: Fields, at: string): Fields[] {
  const { thinking_blocks: thinking, content, refusal, tool_calls: calls, function_call: call } = message;
  if (call != null) {
    throw invalidField(`${at}.function_call`, `${at}.function_call is no longer understood; send tool_calls.`);
  }
  if (calls != null && !Array.isArray(calls)) {
    throw invalidField(`${at}.tool_calls`, `${at}.tool_calls must be a list.`);
  }
  return [
    ...signed(thinking),
    ...toBlocks(content, `${at}.content`),
    ...toBlocks(refusal, `${at}.refusal`),
    ...(calls ?? []).map((each, index) => toolUse(each, `${at}.tool_calls.${index}`)),
  ];
}

function signed(thinking: unknown): Fields[] {
  return Array.isArray(thinking)
    ? thinking.filter(isObject).filter(({ type, signature }) => type !== 'thinking' || Boolean(signature))
    : [];
}

function toolUse(call: unknown, at: string): Fields {
  if (!isObject(call) || !isObject(call['function'])) {
    throw invalidField(at, `${at} must be the call of a function; Anthropic knows no others.`);
  }
  const { name, arguments: given } = call['function'];
  return {
    type: 'tool_use',
    id: call['id'],
    name,
    input: parseInput(given, `${at}.function.arguments`),
    ...cacheControl(call),
  };
}

function parseInput(given: unknown, at: string): Fields {
  if (given == null || given === '') {
    return {};
  }
  try {
    const input: unknown = JSON.parse(String(given));
    if (isObject(input)) {
      return input;
    }
  } catch {
    // Said below, as of anything else that is no object.
  }
  throw invalidField(at, `${at} must be the JSON of an object; Anthropic takes no other arguments.`);
}
