import { createHash } from 'node:crypto';

import { countTokens } from '../../usage/estimate.js';
import { type SimulatedOperation, readJson } from './operation.js';

/** Length of a vector, unless the request says another. */
const DIMENSIONS = 256;
const MOST_DIMENSIONS = 4_096;

/** Vectors of length 1 that are made of the words of a text: texts that share words are near each other. */
export const embeddings: SimulatedOperation = {
  path: '/embeddings',
  read: readJson,
  answer({ model, fields }) {
    const { input, dimensions = DIMENSIONS, encoding_format: format } = fields;
    const texts = textsOf(input);
    const size = typeof dimensions === 'number' ? Math.min(Math.max(1, dimensions), MOST_DIMENSIONS) : DIMENSIONS;
    const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0);
    return {
      tokens,
      body: {
        object: 'list',
        data: texts.map((text, index) => ({
          object: 'embedding',
          index,
          embedding: format === 'base64' ? toBase64(vectorOf(text, size)) : vectorOf(text, size),
        })),
        model,
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      },
    };
  },
};

function textsOf(input: unknown): string[] {
  if (!Array.isArray(input) || typeof input[0] === 'number') {
    return [typeof input === 'string' ? input : JSON.stringify(input ?? '')];
  }
  return input.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}

function vectorOf(text: string, size: number): number[] {
  const vector = new Array<number>(size).fill(0);
  for (const word of text.toLowerCase().split(/\W+/)) {
    const hash = createHash('sha256').update(word).digest();
    const at = hash.readUInt32BE(0) % size;
    vector[at] = (vector[at] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}

function toBase64(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}
