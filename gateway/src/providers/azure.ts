import type { HttpProviderOptions } from './httpProviderOptions.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import type { Provider } from './provider.js';

export interface AzureConfig {
  readonly name: string;
  readonly type: string;
  readonly api_key?: string | undefined;
  readonly azure_ad_token?: string | undefined;
  readonly api_version?: string | undefined;
}

/** Under the resource's address. */
const V1 = '/openai/v1';

/** Azure OpenAI: OpenAI's dialect under paths of its own, where a model is the name of a deployment. */
export function azureProvider({ config, upstream, dropUnsupported }: HttpProviderOptions<AzureConfig>): Provider {
  const { name, type, api_key: apiKey, azure_ad_token: token, api_version: version } = config;
  const { basePath } = upstream;
  const v1 = basePath.endsWith(V1) ? basePath : `${basePath}${V1}`;
  const provider = openAiCompatibleProvider({
    name,
    type,
    upstream: { ...upstream, basePath: v1 },
    apiKey: token,
    headers: token === undefined && apiKey !== undefined ? ['api-key', apiKey] : [],
    operations: ['chat', 'completions', 'embeddings', 'responses', 'images', 'speech', 'transcriptions'],
    dropUnsupported,
    pathOf:
      version === undefined
        ? undefined
        : (path, model) => `${basePath}/openai/deployments/${encodeURIComponent(model)}${path}?api-version=${version}`,
  });
  if (version === undefined) {
    return provider;
  }
  // Responses have no deployment's path in the dated API.
  const { responses: _responses, ...services } = provider.services;
  const path = `${basePath}/openai/models?api-version=${version}`;
  return { ...provider, services, healthCall: { path, headers: provider.healthCall?.headers ?? [] } };
}
