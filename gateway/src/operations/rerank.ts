import { type Fields, isObject } from '../chat/completion/fields.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../usage/event.js';
import { countInput } from './inputText.js';
import { estimated, expected, openAiOperation, positive } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { invalid, parseObject, readParameters } from './parameters.js';

/** Documents by how well they answer a question, in the shape that Cohere and Jina share. */
export const rerank: Operation = openAiOperation({
  name: 'rerank',
  route: '/v1/rerank',
  parse(bytes) {
    const body = parseObject(bytes, 'model, query and documents');
    const parameters = readParameters(body);
    if (typeof body['query'] !== 'string' || body['query'] === '') {
      throw invalid('query must be a text.', 'query');
    }
    if (!Array.isArray(body['documents']) || body['documents'].length === 0) {
      throw invalid('documents must be an array with at least one document.', 'documents');
    }
    return parameters;
  },
  readUsage: (answer) => readSearches(answer) ?? findUsage(answer) ?? readTotal(answer),
  estimate: ({ body }) => estimated({ input: countInput(body['query']) + countInput(body['documents']) }),
  expect: ({ body }, bytes) =>
    expected({ input: bytes }, () => ({ input: countInput(body['query']) + countInput(body['documents']) })),
});

/** Cohere bills by the search, of which a request with many documents is several. */
function readSearches(answer: unknown): TokenUsage | undefined {
  const units = fields(fields(fields(answer)['meta'])['billed_units']);
  const searches = positive(units['search_units']);
  return searches === undefined
    ? undefined
    : { input: 0, cachedInput: 0, output: 0, reasoning: 0, requests: searches, source: 'provider' };
}

/** Jina and vLLM tell the total alone. */
function readTotal(answer: unknown): TokenUsage | undefined {
  const total = positive(fields(fields(answer)['usage'])['total_tokens']);
  return total === undefined ? undefined : { ...estimated({ input: total }), source: 'provider' };
}

function fields(value: unknown): Fields {
  return isObject(value) ? value : {};
}
