import { countOf, fieldsOf } from '../translate/json.js';
import { type UsageFields, usageFields } from '../translate/usageFields.js';

/** What Cohere bills; where it says only what it read and wrote, that. */
export function readUsage(usage: unknown): UsageFields | undefined {
  const { billed_units: billed, tokens, cached_tokens: cached } = fieldsOf(usage);
  const counted = fieldsOf(billed)['input_tokens'] === undefined ? fieldsOf(tokens) : fieldsOf(billed);
  if (counted['input_tokens'] === undefined && counted['output_tokens'] === undefined) {
    return undefined;
  }
  const input = countOf(counted['input_tokens']);
  return usageFields({
    input,
    output: countOf(counted['output_tokens']),
    // Cached tokens are counted with the model's own preamble, which is not billed.
    ofInput: { cached_tokens: Math.min(countOf(cached), input) },
  });
}
