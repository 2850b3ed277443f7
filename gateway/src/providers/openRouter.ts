import type { HttpProviderOptions } from './httpProviderOptions.js';
import type { KeyedConfig } from './keyedConfig.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import { OPENAI_TRAITS } from './openaiTraits.js';
import type { Provider } from './provider.js';

export interface OpenRouterConfig extends KeyedConfig {
  readonly site_url?: string | undefined;
  readonly app_name?: string | undefined;
}

/** OpenRouter, which is told who asks. */
export function openRouterProvider(options: HttpProviderOptions<OpenRouterConfig>): Provider {
  const { config, upstream, dropUnsupported } = options;
  const { name, type, api_key: apiKey, site_url: site, app_name: app } = config;
  const headers = [
    ...(site === undefined ? [] : ['http-referer', site]),
    ...(app === undefined ? [] : ['x-title', app]),
  ];
  return openAiCompatibleProvider({
    name,
    type,
    upstream,
    apiKey,
    headers,
    dropUnsupported,
    ...OPENAI_TRAITS.openrouter,
  });
}
