import { countTokens } from '../../usage/estimate.js';
import { type SimulatedOperation, readJson } from './operation.js';

/** Documents by the share of the question's words that they have. */
export const rerank: SimulatedOperation = {
  path: '/rerank',
  read: readJson,
  answer({ model, fields: { query, documents, top_n: top, return_documents: withTexts } }) {
    const texts = Array.isArray(documents) ? documents.map(textOf) : [];
    const words = wordsOf(String(query));
    const results = texts
      .map((text, index) => {
        const own = new Set(wordsOf(text));
        const shared = words.filter((word) => own.has(word)).length;
        return {
          index,
          relevance_score: words.length === 0 ? 0 : shared / words.length,
          ...(withTexts === true && { document: { text } }),
        };
      })
      .sort((a, b) => b.relevance_score - a.relevance_score || a.index - b.index)
      .slice(0, typeof top === 'number' ? Math.max(1, top) : undefined);
    const tokens = [String(query), ...texts].reduce((sum, text) => sum + countTokens(text), 0);
    return { tokens, body: { id: crypto.randomUUID(), model, results, usage: { total_tokens: tokens } } };
  },
};

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\W+/).filter(Boolean);
}

function textOf(document: unknown): string {
  const { text } = (typeof document === 'object' && document !== null ? document : { text: document }) as {
    text?: unknown;
  };
  return typeof text === 'string' ? text : JSON.stringify(document);
}
