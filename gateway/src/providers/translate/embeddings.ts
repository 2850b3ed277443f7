import type { UsageFields } from './usageFields.js';

export interface EmbeddingsParts {
  readonly model: string;
  readonly vectors: ReadonlyArray<readonly number[]>;
  readonly inputTokens: number | undefined;
  /** As the client asked for it in `encoding_format`; the official clients ask for base64. */
  readonly base64: boolean;
}

/** An answer to an embeddings request in OpenAI's shape, as JSON. */
export function embeddings({ model, vectors, inputTokens, base64 }: EmbeddingsParts): Buffer {
  const usage: Pick<UsageFields, 'prompt_tokens' | 'total_tokens'> | undefined =
    inputTokens === undefined ? undefined : { prompt_tokens: inputTokens, total_tokens: inputTokens };
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index,
    embedding: base64 ? toBase64(vector) : vector,
  }));
  return Buffer.from(JSON.stringify({ object: 'list', data, model, ...(usage && { usage }) }));
}

/** 32-bit floats, little-endian. */
function toBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes.toString('base64');
}
