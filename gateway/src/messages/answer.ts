import { randomUUID } from 'node:crypto';

import { type Fields, isObject } from '../chat/completion/fields.js';
import { GatewayError } from '../errors/gatewayError.js';
import { messageHead } from './messageHead.js';
import { toStop } from './stopReason.js';
import { toUsage } from './usage.js';

/**
 * A chat completion as a message of Anthropic's.
 * @throws GatewayError 502 `invalid_response` where a tool is called with what is no JSON object.
 */
export function toMessage(completion: Readonly<Fields>): Fields {
  const [choice] = completion['choices'] as Fields[];
  const { message, ...end } = choice ?? {};
  const said = isObject(message) ? message : {};
  const calls = Array.isArray(said['tool_calls']) ? said['tool_calls'].filter(isObject) : [];
  const cutOff = end['finish_reason'] === 'length';
  return {
    ...messageHead(completion),
    content: [
      ...thoughts(said),
      ...[said['content'], said['refusal']].flatMap(toText),
      ...calls.map((call) => toToolUse(call, cutOff)),
    ],
    ...toStop(end, calls.length > 0),
    usage: toUsage(completion['usage']),
  };
}

/** Reasoning of other providers has no signature. */
function thoughts({ thinking_blocks: blocks, reasoning_content: content, reasoning }: Fields): unknown[] {
  if (Array.isArray(blocks)) {
    return blocks;
  }
  const text = content ?? reasoning;
  return typeof text === 'string' && text !== '' ? [{ type: 'thinking', thinking: text, signature: '' }] : [];
}

function toText(text: unknown): Fields[] {
  return typeof text === 'string' && text !== '' ? [{ type: 'text', text }] : [];
}

function toToolUse({ id, function: called }: Fields, cutOff: boolean): Fields {
  const { name, arguments: given } = isObject(called) ? called : {};
  return { type: 'tool_use', id: id ?? `toolu_${randomUUID()}`, name, input: toInput(given, cutOff) };
}

/** @param cutOff whether the answer ended too early: the client is told so, and what it has of the input is no use */
function toInput(given: unknown, cutOff: boolean): unknown {
  if (given == null || given === '') {
    return {};
  }
  try {
    return JSON.parse(String(given));
  } catch (cause) {
    if (cutOff) {
      return {};
    }
    throw new GatewayError('The model called a tool with arguments that are no JSON. Ask again.', {
      status: 502,
      type: 'invalid_response',
      code: 'upstream_answer_invalid',
      cause,
    });
  }
}
