import type { Fields } from '../../chat/completion/fields.js';

/** Cohere tells them by piece of text, each of one or more tokens: of several, the product counts. */
export function readLogprobs(pieces: readonly Fields[]): object | undefined {
  if (pieces.length === 0) {
    return undefined;
  }
  return {
    content: pieces.map(({ text, logprobs }) => {
      const token = typeof text === 'string' ? text : '';
      const list = Array.isArray(logprobs) ? (logprobs as readonly number[]) : [];
      const logprob = list.reduce((sum, each) => sum + each, 0);
      return { token, logprob, bytes: [...Buffer.from(token)], top_logprobs: [] };
    }),
    refusal: null,
  };
}
