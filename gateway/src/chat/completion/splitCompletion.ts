import { type Fields, isObject } from './fields.js';

/**
 * A whole answer as the events of a stream, up to the end marker: for each choice its message in one piece, then why it
 * ended; then, if asked for, the usage.
 */
export function splitCompletion({ choices, usage, ...head }: Fields, includeUsage: boolean): string {
  const chunk = { ...head, object: 'chat.completion.chunk' };
  const nothing = includeUsage ? { usage: null } : {};
  const of = (choice: object) => event({ ...chunk, choices: [choice], ...nothing });
  const events = (choices as Fields[]).flatMap(({ index, message, logprobs = null, finish_reason, ...rest }) => [
    of({ index, delta: numberedCalls(message as Fields), logprobs, finish_reason: null }),
    of({ index, delta: {}, logprobs: null, finish_reason, ...rest }),
  ]);
  if (includeUsage && usage != null) {
    events.push(event({ ...chunk, choices: [], usage }));
  }
  return `${events.join('')}data: [DONE]\n\n`;
}

/** In a stream, calls are numbered. */
export function numberedCalls(message: Fields): Fields {
  const { tool_calls: calls } = message;
  return Array.isArray(calls)
    ? { ...message, tool_calls: calls.map((call, index) => (isObject(call) ? { index, ...call } : call)) }
    : message;
}

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
