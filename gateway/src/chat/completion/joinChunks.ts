import { type Fields, isObject } from './fields.js';
import { joinDelta } from './joinDelta.js';

/**
 * The whole answer that a stream's events amount to, as a client that does not stream would have got it; undefined where
 * they have parts of which that is not known.
 */
export function joinChunks(events: string): Fields | undefined {
  const head: Fields = {};
  const choices: Choice[] = [];
  let usage: unknown;
  for (const chunk of chunksOf(events)) {
    if (chunk === undefined || !Array.isArray(chunk['choices'])) {
      return undefined;
    }
    const { choices: parts, usage: told, obfuscation: _padding, ...rest } = chunk;
    usage = told ?? (isObject(rest['x_groq']) ? rest['x_groq']['usage'] : undefined) ?? usage;
    for (const [name, value] of Object.entries(rest)) {
      head[name] = value ?? head[name] ?? null;
    }
    if (!parts.every((part) => isObject(part) && joinChoice(choices, part))) {
      return undefined;
    }
  }
  return {
    ...head,
    object: 'chat.completion',
    // The same order as in an answer that did not stream.
    choices: choices.map(({ index, message, logprobs, finish_reason, ...rest }) => {
      const known = { index, message: { role: 'assistant', content: null, ...message }, finish_reason };
      return { ...known, ...(logprobs === undefined ? {} : { logprobs }), ...rest };
    }),
    ...(usage === undefined ? {} : { usage }),
  };
}

interface Choice extends Fields {
  readonly index: number;
  readonly message: Fields;
  logprobs?: unknown;
  finish_reason: unknown;
}

function* chunksOf(events: string): Generator<Fields | undefined> {
  for (const line of events.split('\n')) {
    const data = line.startsWith('data:') ? line.slice('data:'.length).trim() : '';
    if (data !== '' && data !== '[DONE]') {
      yield parse(data);
    }
  }
}

function parse(data: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function joinChoice(choices: Choice[], { index, delta, logprobs, finish_reason: reason, ...rest }: Fields): boolean {
  if (!Number.isInteger(index) || (delta != null && !isObject(delta))) {
    return false;
  }
  let choice = choices.find((each) => each.index === index);
  if (choice === undefined) {
    choice = { index: index as number, message: {}, finish_reason: null };
    choices.push(choice);
    choices.sort((a, b) => a.index - b.index);
  }
  choice.finish_reason = reason ?? choice.finish_reason;
  for (const [name, value] of Object.entries(rest)) {
    choice[name] = value ?? choice[name] ?? null;
  }
  return joinDelta(choice.message, (delta as Fields | null | undefined) ?? {}) && joinLogprobs(choice, logprobs);
}

/** Lists of the tokens' probabilities, by what the tokens are part of. */
function joinLogprobs(choice: Choice, logprobs: unknown): boolean {
  if (logprobs == null) {
    choice.logprobs ??= logprobs;
    return true;
  }
  if (!isObject(logprobs)) {
    return false;
  }
  const known = (choice.logprobs ??= {}) as Fields;
  return Object.entries(logprobs).every(([name, list]) => {
    if (list !== null && !Array.isArray(list)) {
      return false;
    }
    known[name] = list === null ? (known[name] ?? null) : [...((known[name] as unknown[] | null) ?? []), ...list];
    return true;
  });
}
