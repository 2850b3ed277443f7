import { parseChatParameters } from '../chat/chatParameters.js';
import { isGoodCompletion } from '../cache/keptAnswer.js';
import { errorBody } from '../errors/errorBody.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import { estimateUsage, streamedText, wholeText } from '../usage/estimate.js';
import { expectedUsage } from '../usage/expectedUsage.js';
import type { Operation } from './operation.js';

/** Chat completions: the shape that everything inside the gateway knows. */
export const chat: Operation = {
  name: 'chat',
  route: '/v1/chat/completions',
  parse: parseChatParameters,
  pieces: ({ stream }) => (stream ? { kind: 'chunks' } : undefined),
  answersJson: () => true,
  readUsage: findUsage,
  estimate: ({ body }, answer, streamed) => estimateUsage(body, streamed ? streamedText(answer) : wholeText(answer)),
  expect: expectedUsage,
  error: errorBody,
  streamError: (error) => `data: ${errorBody(error)}\n\n`,
  cache: { isGood: isGoodCompletion, streams: true },
};
