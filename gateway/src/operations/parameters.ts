import { boundedTags, boundedUser } from '../chat/attribution.js';
import { GatewayError } from '../errors/gatewayError.js';
import { isObject } from '../chat/completion/fields.js';

/** What the gateway reads of any request; the rest is the provider's to judge. */
export interface RequestParameters {
  readonly model: string;
  readonly stream: boolean;
  /** Whether the client itself asked for the usage event at the end of a stream of chunks. */
  readonly includeUsage: boolean;
  readonly user: string | undefined;
  readonly metadata: Readonly<Record<string, string>> | undefined;
  /** The whole parsed body, or the fields of a form; providers that need more of it read it here. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * A request's body as a JSON object.
 * @param needs what it must have, in words
 * @throws GatewayError 400
 */
export function parseObject(bytes: Buffer, needs: string): Record<string, unknown> {
  if (bytes.length === 0) {
    throw invalid(`The request has no body; send a JSON object with ${needs}.`, undefined);
  }
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw invalid(`The request body is not valid JSON: ${(error as Error).message}.`, undefined, 'invalid_json');
  }
  if (!isObject(body)) {
    throw invalid(`The request body must be a JSON object with ${needs}.`, undefined);
  }
  return body;
}

/** What every operation has. @throws GatewayError 400 that names the field. */
export function readParameters(body: Readonly<Record<string, unknown>>): RequestParameters {
  const { model, stream, stream_options: streamOptions, user, metadata } = body;
  if (typeof model !== 'string' || model === '') {
    throw invalid('model must be the name of a model; GET /v1/models lists them.', 'model');
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

export function invalid(message: string, param: string | undefined, code?: string): GatewayError {
  return new GatewayError(message, { status: 400, type: 'invalid_request_error', param, code });
}

function stringPairs(metadata: Record<string, unknown>): Array<readonly [string, string]> {
  return Object.entries(metadata).flatMap(([name, value]): Array<readonly [string, string]> =>
    typeof value === 'string' ? [[name, value]] : []
  );
}
