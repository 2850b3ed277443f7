import { type Fields, isObject } from '../chat/completion/fields.js';

/** The counts of a chat completion under the names of the Responses API; null where there are none. */
export function toUsage(usage: unknown): Fields | null {
  if (!isObject(usage)) {
    return null;
  }
  const { prompt_tokens: input = 0, completion_tokens: output = 0, total_tokens: total } = usage;
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0, ...detailsOf(usage['prompt_tokens_details']) },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0, ...detailsOf(usage['completion_tokens_details']) },
    total_tokens: total ?? Number(input) + Number(output),
  };
}

function detailsOf(details: unknown): Fields {
  return isObject(details) ? details : {};
}
