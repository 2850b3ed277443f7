/** What clients can ask for; the bounded values of the label and the ledger's column `operation`. */
export const OPERATION_NAMES = [
  'chat',
  'completions',
  'embeddings',
  'responses',
  'messages',
  'count_tokens',
  'images',
  'speech',
  'transcriptions',
  'moderations',
  'rerank',
] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];
