import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidRequest } from './invalidRequest.js';
import { objectsOf, textOf } from './json.js';
import { type Part, readParts } from './readParts.js';

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the client sent them: JSON, if the model made no mistake. */
  readonly arguments: string;
  /** The call as it came, for what else is in it. */
  readonly fields: Fields;
}

/** A message of a chat completion request. */
export interface Message {
  /** Where it is, e.g. `messages[3]`. */
  readonly path: string;
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly parts: readonly Part[];
  readonly toolCalls: readonly ToolCall[];
  /** Of a tool's answer: the call it answers. */
  readonly toolCallId: string;
  /** What the model thought before it answered, as other dialects of OpenAI's have it. */
  readonly reasoning: string | undefined;
  readonly fields: Fields;
}

const ROLES: Readonly<Record<string, Message['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
};

/** @throws GatewayError 400 that names the message and what is wrong with it. */
export function readMessages(messages: unknown): readonly Message[] {
  return (messages as readonly unknown[]).map((message, index) => readMessage(message, `messages[${index}]`));
}

function readMessage(message: unknown, path: string): Message {
  if (!isObject(message)) {
    throw invalidRequest(path, 'must be an object with role and content.');
  }
  const role = typeof message['role'] === 'string' ? ROLES[message['role']] : undefined;
  if (role === undefined) {
    throw invalidRequest(`${path}.role`, `must be one of: ${Object.keys(ROLES).join(', ')}.`);
  }
  const toolCallId = textOf(message['tool_call_id']);
  if (role === 'tool' && toolCallId === undefined) {
    throw invalidRequest(`${path}.tool_call_id`, 'must be the id of the call that this message answers.');
  }
  const refusal = textOf(message['refusal']);
  const parts = readParts(message['content'], `${path}.content`);
  return {
    path,
    role,
    parts:
      parts.length === 0 && refusal !== undefined
        ? [{ kind: 'text', text: refusal, cacheControl: undefined, path }]
        : parts,
    toolCalls: role === 'assistant' ? readToolCalls(message['tool_calls'], `${path}.tool_calls`) : [],
    toolCallId: toolCallId ?? '',
    reasoning: textOf(message['reasoning_content']) ?? textOf(message['reasoning']),
    fields: message,
  };
}

function readToolCalls(calls: unknown, path: string): readonly ToolCall[] {
  return objectsOf(calls).map((call, index) => {
    const called = call['function'];
    const name = isObject(called) ? textOf(called['name']) : undefined;
    if (!isObject(called) || name === undefined || typeof call['id'] !== 'string') {
      throw invalidRequest(`${path}[${index}]`, 'must have an id and a function with name and arguments.');
    }
    return { id: call['id'], name, arguments: textOf(called['arguments']) ?? '{}', fields: call };
  });
}

/** The texts of a message, one after the other. */
export function textOfParts(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

/**
 * What a tool is called with, as an object.
 * @throws GatewayError 400 for arguments that are no JSON object.
 */
export function parsedArguments(call: ToolCall, path: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(call.arguments);
  } catch {
    parsed = undefined;
  }
  if (!isObject(parsed)) {
    throw invalidRequest(`${path}.tool_calls`, `has arguments of ${call.name} that are no JSON object.`);
  }
  return parsed;
}
