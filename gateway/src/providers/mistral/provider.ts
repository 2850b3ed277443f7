import { dialectProvider } from '../dialectProvider.js';
import type { HttpProviderOptions } from '../httpProviderOptions.js';
import type { KeyedConfig } from '../keyedConfig.js';
import { openAiCompatibleProvider } from '../openaiCompatible.js';
import type { Provider } from '../provider.js';
import { mistralTranscripts } from '../transcripts/mistralTranscripts.js';
import { mistralDialect } from './dialect.js';

export function mistralProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider {
  const { name, type, api_key: apiKey } = config;
  const { services, healthCall } = openAiCompatibleProvider({
    name,
    type,
    upstream,
    apiKey,
    operations: ['embeddings', 'moderations', 'transcriptions'],
    fields: { embeddings: { renamed: { dimensions: 'output_dimension' }, ignored: ['user'] } },
    streams: { transcriptions: mistralTranscripts(name) },
    dropUnsupported,
  });
  const dialect = mistralDialect({ provider: name, basePath: upstream.basePath, apiKey });
  return dialectProvider({ name, type, upstream, dialect, dropUnsupported, healthCall, services });
}
