import { appendList } from './append.js';
import { type Fields, isObject } from './fields.js';
import { joinDelta } from './joinDelta.js';

/** OpenAI's most; every piece of a stream is looked up among them. */
const MAX_CHOICES = 128;

/** Longest that joining goes on without letting requests have their turn, in milliseconds. */
const SLICE_MS = 5;
/** Chunks between two looks at the clock. */
const SLICE_CHUNKS = 64;

/**
 * The whole answer that a stream's events amount to, as a client that does not stream would have got it; undefined where
 * they have parts of which that is not known.
 */
export async function joinChunks(events: string): Promise<Fields | undefined> {
  const head: Fields = {};
  const choices: Choice[] = [];
  let usage: unknown;
  let sliceEnds = performance.now() + SLICE_MS;
  let count = 0;
  for (const chunk of chunksOf(events)) {
    if (++count % SLICE_CHUNKS === 0 && performance.now() > sliceEnds) {
      await new Promise(setImmediate);
      sliceEnds = performance.now() + SLICE_MS;
    }
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
  for (let from = 0; from < events.length;) {
    const newline = events.indexOf('\n', from);
    const to = newline === -1 ? events.length : newline;
    const data = events.startsWith('data:', from) ? events.slice(from + 'data:'.length, to).trim() : '';
    from = to + 1;
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
    if (choices.length === MAX_CHOICES) {
      return false;
    }
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
    if (list === null) {
      known[name] ??= null;
      return true;
    }
    if (!Array.isArray(list)) {
      return false;
    }
    appendList(known, name, list);
    return true;
  });
}
