import { type RequestParameters, invalid, parseObject, readParameters } from '../operations/parameters.js';

/** What the gateway reads of a chat completion request. */
export type ChatParameters = RequestParameters;

/**
 * Parses and checks a chat completion request.
 * @throws GatewayError 400 that names the field.
 */
export function parseChatParameters(bytes: Buffer): ChatParameters {
  const body = parseObject(bytes, 'model and messages');
  const parameters = readParameters(body);
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0) {
    throw invalid('messages must be an array with at least one message.', 'messages');
  }
  return parameters;
}
