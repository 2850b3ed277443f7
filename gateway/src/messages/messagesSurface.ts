import type { ChatSurface } from '../chat/chatSurface.js';
import { toMessage } from './answer.js';
import { toErrorBody } from './error.js';
import { toChatRequest } from './request.js';
import { MessageStream } from './stream.js';

/** Anthropic's Messages API, in front of whatever provider. */
export const messagesSurface: ChatSurface = {
  parse: toChatRequest,
  answer: toMessage,
  stream: () => new MessageStream(),
  error: toErrorBody,
};
