import { dialectProvider } from '../dialectProvider.js';
import type { HttpProviderOptions } from '../httpProviderOptions.js';
import { operationService } from '../operationService.js';
import type { Provider } from '../provider.js';
import { type BedrockKeys, bedrockCredentials } from './credentials.js';
import { bedrockDialect } from './dialect.js';
import { bedrockEmbeddings } from './embeddings.js';

export interface BedrockConfig extends BedrockKeys {
  readonly name: string;
  readonly type: string;
  readonly region: string;
}

export function bedrockAddress({ region }: Pick<BedrockConfig, 'region'>): string {
  return `https://bedrock-runtime.${region}.amazonaws.com`;
}

export function bedrockProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<BedrockConfig>): Provider {
  const { name, type, region } = config;
  const { address, port, basePath } = upstream;
  const settings = {
    provider: name,
    host: port === 443 || port === 80 ? address : `${address}:${port}`,
    basePath,
    region,
    credentials: bedrockCredentials(config, process.env),
  };
  return dialectProvider({
    name,
    type,
    upstream,
    dialect: bedrockDialect(settings),
    dropUnsupported,
    // Its models are listed at another address.
    healthCall: undefined,
    services: { embeddings: operationService(bedrockEmbeddings(settings), dropUnsupported) },
  });
}
