import type { OperationName } from '../operations/name.js';

/** What OpenAI's API has. */
export const OPENAI_OPERATIONS: readonly OperationName[] = [
  'chat',
  'completions',
  'embeddings',
  'responses',
  'images',
  'speech',
  'transcriptions',
  'moderations',
];

/** What servers that speak OpenAI's dialect may have; one that does not says so itself. */
export const COMPATIBLE_OPERATIONS: readonly OperationName[] = [
  'chat',
  'completions',
  'embeddings',
  'images',
  'speech',
  'transcriptions',
  'moderations',
  'rerank',
];
