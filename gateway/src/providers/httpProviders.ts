import type { HttpProviderConfig } from '../config/schema.js';
import { anthropicProvider } from './anthropic/provider.js';
import { azureProvider } from './azure.js';
import { bedrockProvider } from './bedrock/provider.js';
import { cohereProvider } from './cohere/provider.js';
import { geminiProvider } from './gemini/provider.js';
import type { HttpProviderOptions } from './httpProviderOptions.js';
import type { KeyedConfig } from './keyedConfig.js';
import { mistralProvider } from './mistral/provider.js';
import { openAiCompatibleProvider } from './openaiCompatible.js';
import { OPENAI_TRAITS, type OpenAiTraits } from './openaiTraits.js';
import { openRouterProvider } from './openRouter.js';
import type { Provider } from './provider.js';
import { vllmProvider } from './vllm.js';

type Type = HttpProviderConfig['type'];
type Create<Name extends Type> = (
  options: HttpProviderOptions<Extract<HttpProviderConfig, { type: Name }>>
) => Provider;

/** How a provider of each type is made. */
export const HTTP_PROVIDERS: { readonly [Name in Type]: Create<Name> } = {
  openai: openAi(OPENAI_TRAITS.openai),
  anthropic: anthropicProvider,
  azure: azureProvider,
  gemini: geminiProvider,
  bedrock: bedrockProvider,
  groq: openAi(OPENAI_TRAITS.groq),
  mistral: mistralProvider,
  deepseek: openAi(OPENAI_TRAITS.deepseek),
  openrouter: openRouterProvider,
  together: openAi(OPENAI_TRAITS.together),
  huggingface: openAi(OPENAI_TRAITS.huggingface),
  cohere: cohereProvider,
  vllm: vllmProvider,
  ollama: openAi(OPENAI_TRAITS.ollama),
  'openai-compatible': openAi(OPENAI_TRAITS['openai-compatible']),
};

/** Those that speak OpenAI's dialect. */
function openAi(traits: OpenAiTraits) {
  return ({ config, upstream, dropUnsupported }: HttpProviderOptions<KeyedConfig>): Provider => {
    const { name, type, api_key: apiKey } = config;
    return openAiCompatibleProvider({ name, type, upstream, apiKey, dropUnsupported, ...traits });
  };
}
