import { dialectProvider } from '../dialectProvider.js';
import type { HttpProviderOptions } from '../httpProviderOptions.js';
import type { KeyedConfig } from '../keyedConfig.js';
import { passedOn } from '../passedOn.js';
import type { Provider } from '../provider.js';
import { anthropicDialect, anthropicHeaders } from './anthropicDialect.js';

const VERSION = '/v1';

/** Anthropic, or a server that speaks its API; requests in that API pass through. */
export function anthropicProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider {
  const { name, type, api_key: apiKey } = config;
  const path = upstream.basePath;
  // Anthropic's own clients are configured without the version.
  const basePath = path.endsWith(VERSION) ? path : `${path}${VERSION}`;
  const headers = anthropicHeaders(apiKey);
  return dialectProvider({
    name,
    type,
    upstream,
    dialect: anthropicDialect({ name, basePath, apiKey }),
    dropUnsupported,
    healthCall: { path: `${basePath}/models`, headers },
    services: {
      messages: passedOn(`${basePath}/messages`, headers),
      count_tokens: passedOn(`${basePath}/messages/count_tokens`, headers),
    },
  });
}
