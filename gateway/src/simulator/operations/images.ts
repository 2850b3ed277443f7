import { type SimulatedOperation, readJson } from './operation.js';
import { typedEvents } from './typedEvents.js';

/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
/** What a provider counts for a small image. */
const IMAGE_TOKENS = 272;

/** The same pixel for every prompt. */
export const images: SimulatedOperation = {
  path: '/images/generations',
  read: readJson,
  answer({ fields: { n, prompt, stream } }) {
    const count = typeof n === 'number' && n >= 1 ? Math.min(Math.floor(n), 10) : 1;
    const input = Math.ceil(String(prompt).length / 4);
    const tokens = input + count * IMAGE_TOKENS;
    const created = Math.floor(Date.now() / 1000);
    const all = Array.from({ length: count }, () => ({ b64_json: PNG }));
    if (stream === true) {
      const head = { created_at: created, output_format: 'png' };
      return typedEvents(
        tokens,
        all.flatMap((image, index) => [
          { type: 'image_generation.partial_image', ...head, ...image, partial_image_index: 0 },
          // Each tells of itself; the prompt is read once.
          { type: 'image_generation.completed', ...head, ...image, usage: used(index === 0 ? input : 0, 1) },
        ])
      );
    }
    return { tokens, body: { created, data: all, usage: used(input, count) } };
  },
};

function used(input: number, count: number): object {
  const output = count * IMAGE_TOKENS;
  return {
    input_tokens: input,
    input_tokens_details: { text_tokens: input, image_tokens: 0 },
    output_tokens: output,
    total_tokens: input + output,
  };
}
