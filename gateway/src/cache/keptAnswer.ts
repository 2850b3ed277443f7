import { type Fields, isObject } from '../chat/completion/fields.js';
import { joinChunks } from '../chat/completion/joinChunks.js';

/** Ends after which an answer is one: not cut off by a filter, and not broken off. */
const GOOD_ENDS: ReadonlySet<unknown> = new Set(['stop', 'length', 'tool_calls', 'function_call']);

/** The body to keep of an answer that came whole; undefined if it is none to give again. */
export function keptWhole(
  body: Buffer,
  request: Fields,
  isGood: (answer: unknown, request: Fields) => boolean = isGoodCompletion
): Buffer | undefined {
  return isGood(parse(body), request) ? body : undefined;
}

/** The body to keep of an answer that streamed: as if it had come whole. */
export async function keptStream(events: string, request: Fields): Promise<Buffer | undefined> {
  const completion = await joinChunks(events);
  return isGoodCompletion(completion, request) ? Buffer.from(JSON.stringify(completion)) : undefined;
}

/** All choices that were asked for, each to its end. What was spoken is left out: providers forget it after a while. */
export function isGoodCompletion(completion: unknown, { n }: Fields): completion is Fields {
  const choices = isObject(completion) ? completion['choices'] : undefined;
  return (
    Array.isArray(choices) &&
    choices.length === (typeof n === 'number' ? n : 1) &&
    choices.every(
      (choice) =>
        isObject(choice) &&
        GOOD_ENDS.has(choice['finish_reason']) &&
        isObject(choice['message']) &&
        choice['message']['audio'] == null
    )
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
