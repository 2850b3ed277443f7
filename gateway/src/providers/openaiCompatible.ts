import { GatewayError } from '../errors/gatewayError.js';
import type { Upstream } from '../upstream/upstream.js';
import { readError } from './openaiDialect/readError.js';
import { findUsage } from './openaiDialect/readUsage.js';
import { rewriteBody } from './openaiDialect/rewriteBody.js';
import type { Provider } from './provider.js';

export interface OpenAiCompatibleOptions {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  readonly apiKey: string | undefined;
}

/** Any provider that speaks OpenAI's chat completions; bytes pass through with only the model's name changed. */
export function openAiCompatibleProvider({ name, type, upstream, apiKey }: OpenAiCompatibleOptions): Provider {
  const path = `${upstream.basePath}/chat/completions`;
  const headers = ['content-type', 'application/json', 'accept-encoding', 'identity', 'user-agent', 'llm-gateway'];
  if (apiKey !== undefined) {
    headers.push('authorization', `Bearer ${apiKey}`);
  }
  return {
    name,
    type,
    upstream,
    healthCall: { path: `${upstream.basePath}/models`, headers },
    chatCall: (parameters, body, model) => ({ path, headers, body: rewriteBody(parameters, body, model) }),
    readUsage(body) {
      try {
        return findUsage(JSON.parse(body.toString('utf8')));
      } catch (cause) {
        throw new GatewayError(`The provider ${name} answered with something that is not JSON.`, {
          status: 502,
          type: 'invalid_response',
          code: 'upstream_answer_invalid',
          cause,
        });
      }
    },
    readError: (answer) => readError(name, answer),
  };
}
