import { appendList, appendText } from './append.js';
import { type Fields, isObject } from './fields.js';
import { joinThinking } from './joinThinking.js';

/** What is added to, piece by piece. */
const TEXTS: ReadonlySet<string> = new Set(['content', 'refusal', 'reasoning_content', 'reasoning']);

/** Adds a delta to the message that it is part of; false where it has a part of which that is not known. */
export function joinDelta(message: Fields, delta: Fields): boolean {
  return Object.entries(delta).every(([name, part]) => {
    if (part === null) {
      message[name] ??= null;
      return true;
    }
    switch (name) {
      case 'role':
        message[name] = part;
        return true;
      case 'tool_calls':
        return Array.isArray(part) && joinToolCalls(message, part);
      case 'function_call':
        return isObject(part) && joinCalled(own(message, name), part);
      case 'thinking_blocks':
        return Array.isArray(part) && part.every(isObject) && joinThinking(message, part);
      case 'annotations':
        if (!Array.isArray(part)) {
          return false;
        }
        appendList(message, name, part);
        return true;
      default:
        if (!TEXTS.has(name) || typeof part !== 'string') {
          return false;
        }
        appendText(message, name, part);
        return true;
    }
  });
}

/** Parts of calls belong together by their `index`. */
function joinToolCalls(message: Fields, parts: readonly unknown[]): boolean {
  // Some servers send an empty list along with every piece of text.
  if (parts.length === 0) {
    return true;
  }
  const calls = (message['tool_calls'] ??= []) as Fields[];
  return parts.every((part) => {
    if (!isObject(part) || !isPlace(part['index'], calls.length)) {
      return false;
    }
    const { index, function: called, custom, ...rest } = part;
    const call = (calls[index as number] ??= {});
    Object.assign(call, withoutNulls(rest));
    return [['function', called] as const, ['custom', custom] as const].every(
      ([name, each]) => each == null || (isObject(each) && joinCalled(own(call, name), each))
    );
  });
}

/** Calls come in order: none leaves a gap. */
function isPlace(index: unknown, length: number): boolean {
  return Number.isInteger(index) && (index as number) >= 0 && (index as number) <= length;
}

/** The name comes whole, what it is called with in pieces. */
function joinCalled(into: Fields, { name, ...pieces }: Fields): boolean {
  if (name != null) {
    into['name'] = name;
  }
  return Object.entries(pieces).every(([field, piece]) => {
    if (typeof piece === 'string') {
      appendText(into, field, piece);
    }
    return piece === null || typeof piece === 'string';
  });
}

function own(of: Fields, name: string): Fields {
  return (of[name] ??= {}) as Fields;
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
