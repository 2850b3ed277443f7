import { dialectProvider } from '../dialectProvider.js';
import type { HttpProviderOptions } from '../httpProviderOptions.js';
import type { KeyedConfig } from '../keyedConfig.js';
import { operationService } from '../operationService.js';
import type { Provider } from '../provider.js';
import { cohereDialect, cohereHeaders } from './dialect.js';
import { cohereEmbeddings } from './embeddings.js';
import { cohereRerank } from './rerank.js';

export function cohereProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider {
  const { name, type, api_key: apiKey } = config;
  const settings = { provider: name, basePath: upstream.basePath, apiKey };
  return dialectProvider({
    name,
    type,
    upstream,
    dialect: cohereDialect(settings),
    dropUnsupported,
    healthCall: { path: `${upstream.basePath}/v1/models`, headers: [...cohereHeaders(settings)] },
    services: {
      embeddings: operationService(cohereEmbeddings(settings), dropUnsupported),
      rerank: cohereRerank(settings),
    },
  });
}
