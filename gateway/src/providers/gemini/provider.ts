import { dialectProvider } from '../dialectProvider.js';
import type { HttpProviderOptions } from '../httpProviderOptions.js';
import type { KeyedConfig } from '../keyedConfig.js';
import { operationService } from '../operationService.js';
import type { Provider } from '../provider.js';
import { geminiDialect, geminiHeaders } from './dialect.js';
import { geminiEmbeddings } from './embeddings.js';

export function geminiProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider {
  const { name, type, api_key: apiKey } = config;
  const settings = { provider: name, basePath: upstream.basePath, apiKey };
  return dialectProvider({
    name,
    type,
    upstream,
    dialect: geminiDialect(settings),
    dropUnsupported,
    healthCall: { path: `${upstream.basePath}/models`, headers: [...geminiHeaders(settings)] },
    services: { embeddings: operationService(geminiEmbeddings(settings), dropUnsupported) },
  });
}
