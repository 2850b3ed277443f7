import type { Fields } from '../chat/completion/fields.js';
import { splitCompletion } from '../chat/completion/splitCompletion.js';
import { PassedStream } from './answerStream.js';
import type { CacheHit } from './cacheHit.js';
import type { CallResult } from './call.js';
import type { AnswerHeaders, Client } from './client.js';
import type { ParsedRequest } from './request.js';

/**
 * Gives an answer from the cache, in place of a call: in the form that this client wants, whatever form it came in. It
 * uses no tokens: those it was made of were accounted for then.
 */
export function replay(
  hit: CacheHit,
  { operation, parameters }: ParsedRequest,
  client: Client,
  headers: AnswerHeaders
): CallResult {
  const { body } = hit.answer;
  const made = {
    deployment: undefined,
    attempts: [],
    tokens: undefined,
    firstCallAt: undefined,
    firstTokenAt: undefined,
    queuedMs: undefined,
    answer: () => body.toString('utf8'),
    hit,
  };
  if (!parameters.stream) {
    return { ...made, outcome: { kind: 'whole', body } };
  }
  const events = splitCompletion(JSON.parse(body.toString('utf8')) as Fields, parameters.includeUsage);
  const started = client.startStream({ ...headers, ...hitHeaders(hit), 'x-llm-gateway-cost-usd': FREE });
  const stream = new PassedStream(started, operation.streamError);
  return { ...made, outcome: { kind: 'stream', stream, last: Buffer.from(events) } };
}

/** A cost of nothing, as headers have it. */
const FREE = (0).toFixed(9);

/** What the headers of a hit say besides those of every answer. */
export function hitHeaders({ ageMs, deployment }: CacheHit): AnswerHeaders {
  return {
    age: String(Math.floor(ageMs / 1000)),
    'x-llm-gateway-model': deployment.model,
    'x-llm-gateway-attempts': '0',
  };
}
