import { type SimulatedOperation, readJson } from './operation.js';

/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
/** What a provider counts for a small image. */
const IMAGE_TOKENS = 272;

/** The same pixel for every prompt. */
export const images: SimulatedOperation = {
  path: '/images/generations',
  read: readJson,
  answer({ fields: { n, prompt } }) {
    const count = typeof n === 'number' && n >= 1 ? Math.min(Math.floor(n), 10) : 1;
    const input = Math.ceil(String(prompt).length / 4);
    const output = count * IMAGE_TOKENS;
    return {
      tokens: input + output,
      body: {
        created: Math.floor(Date.now() / 1000),
        data: Array.from({ length: count }, () => ({ b64_json: PNG })),
        usage: {
          input_tokens: input,
          input_tokens_details: { text_tokens: input, image_tokens: 0 },
          output_tokens: output,
          total_tokens: input + output,
        },
      },
    };
  },
};
