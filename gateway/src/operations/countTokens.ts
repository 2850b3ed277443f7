import { countTokens as countHere } from '../messages/countTokens.js';
import { expected } from './openAiOperation.js';
import { messages, parseMessages } from './messages.js';
import type { Operation } from './operation.js';

/** How many tokens a request to Anthropic's Messages would have. Nothing is generated, and nothing charged. */
export const countTokens: Operation = {
  name: 'count_tokens',
  route: '/v1/messages/count_tokens',
  parse: (bytes) => parseMessages(bytes, 'model and messages'),
  pieces: () => undefined,
  answersJson: () => true,
  readUsage: () => undefined,
  estimate: () => undefined,
  expect: () => expected({}),
  error: messages.error,
  streamError: messages.streamError,
  local: ({ body }) => countHere(body),
};
