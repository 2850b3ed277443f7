import { boundedTags, boundedUser } from './attribution.js';
import { GatewayError } from '../errors/gatewayError.js';

/** What the gateway reads of a chat completion request; the rest is the provider's to judge. */
export interface ChatParameters {
  readonly model: string;
  readonly stream: boolean;
  /** Whether the client itself asked for the usage event at the end of a stream. */
  readonly includeUsage: boolean;
  readonly user: string | undefined;
  readonly metadata: Readonly<Record<string, string>> | undefined;
  /** The whole parsed body; providers that need more of it read it here. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Parses and checks a chat completion request.
 * @throws GatewayError 400 that names the field.
 */
export function parseChatParameters(bytes: Buffer): ChatParameters {
  if (bytes.length === 0) {
    throw invalid('The request has no body; send a JSON object with model and messages.', undefined);
  }
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw invalid(`The request body is not valid JSON: ${(error as Error).message}.`, undefined, 'invalid_json');
  }
  if (!isObject(body)) {
    throw invalid('The request body must be a JSON object with model and messages.', undefined);
  }
  const { model, messages, stream, stream_options: streamOptions, user, metadata } = body;
  if (typeof model !== 'string' || model === '') {
    throw invalid('model must be the name of a model; GET /v1/models lists them.', 'model');
  }
  if (!Array.isArray(messages) || messages.length === 0) {
    throw invalid('messages must be an array with at least one message.', 'messages');
  }
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean') {
    throw invalid('stream must be true or false.', 'stream');
  }
  if (streamOptions !== undefined && streamOptions !== null && !isObject(streamOptions)) {
    throw invalid('stream_options must be an object.', 'stream_options');
  }
  if (user !== undefined && user !== null && typeof user !== 'string') {
    throw invalid('user must be a string.', 'user');
  }
  if (metadata !== undefined && metadata !== null && !isObject(metadata)) {
    throw invalid('metadata must be an object of strings.', 'metadata');
  }
  return {
    model,
    stream: stream === true,
    includeUsage: isObject(streamOptions) && streamOptions['include_usage'] === true,
    user: typeof user === 'string' && user !== '' ? boundedUser(user) : undefined,
    metadata: isObject(metadata) ? boundedTags(stringPairs(metadata)) : undefined,
    body,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringPairs(metadata: Record<string, unknown>): Array<readonly [string, string]> {
  return Object.entries(metadata).flatMap(([name, value]): Array<readonly [string, string]> =>
    typeof value === 'string' ? [[name, value]] : []
  );
}

function invalid(message: string, param: string | undefined, code?: string): GatewayError {
  return new GatewayError(message, { status: 400, type: 'invalid_request_error', param, code });
}
