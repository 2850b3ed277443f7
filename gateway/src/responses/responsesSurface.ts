import type { ChatSurface } from '../chat/chatSurface.js';
import { errorBody } from '../errors/errorBody.js';
import { toResponse } from './answer.js';
import { toChatRequest } from './request.js';
import { ResponseStream } from './stream.js';

/** OpenAI's Responses API, in front of providers that have chat completions only. Nothing is kept between requests. */
export const responsesSurface: ChatSurface = {
  parse: toChatRequest,
  answer: toResponse,
  stream: (body) => new ResponseStream(body),
  error: (error) => JSON.parse(errorBody(error)) as object,
};
