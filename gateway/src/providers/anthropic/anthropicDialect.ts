import type { ChatDialect } from '../chatDialect.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { Unsupported } from '../unsupported.js';
import { toCompletion } from './answer.js';
import { readError } from './error.js';
import { toMessagesRequest } from './request.js';
import { AnthropicStream } from './stream.js';

export interface AnthropicDialectOptions {
  /** The provider, as the configuration calls it. */
  readonly name: string;
  /** Of the API, e.g. `/v1`. */
  readonly basePath: string;
  readonly apiKey: string | undefined;
}

/** Of the API that is spoken; the only one since it came out of beta. */
const VERSION = '2023-06-01';

/** The headers of every call, but for the content's type; a server of one's own may want no key. */
export function anthropicHeaders(apiKey: string | undefined): string[] {
  const headers = ['accept-encoding', 'identity', 'user-agent', 'llm-gateway', 'anthropic-version', VERSION];
  return apiKey === undefined ? headers : [...headers, 'x-api-key', apiKey];
}

/** Anthropic's Messages API. */
export function anthropicDialect({ name, basePath, apiKey }: AnthropicDialectOptions): ChatDialect {
  const path = `${basePath}/messages`;
  const headers = ['content-type', 'application/json', ...anthropicHeaders(apiKey)];
  return {
    request(parameters, model, { dropUnsupported }) {
      const unsupported = new Unsupported(name, dropUnsupported);
      const body = toMessagesRequest(parameters, model, unsupported);
      return { path, headers, body: Buffer.from(JSON.stringify(body)), dropped: unsupported.dropped };
    },
    answer(body, parameters) {
      const completion = toCompletion(parse(body), parameters.body, now());
      if (completion === undefined) {
        throw new GatewayError(`The provider ${name} answered with something that is no message of Anthropic's.`, {
          status: 502,
          type: 'invalid_response',
          code: 'upstream_answer_invalid',
        });
      }
      return Buffer.from(JSON.stringify(completion));
    },
    stream: ({ body }) => new AnthropicStream(name, body, now()),
    readError: (answer) => readError(name, answer),
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
