import { calcPrice } from '@pydantic/genai-prices';

import type { LiteLlmModel } from './askLiteLlm.js';

/** Providers whose prices both have: LiteLLM's name for it, and genai-prices'. */
export const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: 'anthropic',
  azure: 'azure',
  baseten: 'baseten',
  bedrock: 'aws',
  bedrock_converse: 'aws',
  cerebras: 'cerebras',
  cloudflare: 'cloudflare',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  deepseek: 'deepseek',
  fireworks_ai: 'fireworks',
  gemini: 'google',
  groq: 'groq',
  minimax: 'minimax',
  mistral: 'mistral',
  moonshot: 'moonshotai',
  novita: 'novita',
  openai: 'openai',
  openrouter: 'openrouter',
  ovhcloud: 'ovhcloud',
  perplexity: 'perplexity',
  together_ai: 'together',
  voyage: 'voyageai',
  xai: 'x-ai',
  zai: 'zai',
};

/** A model that both have prices of. */
export interface KnownModel {
  /** Provider in genai-prices. */
  readonly list: string;
  readonly model: string;
  readonly theirs: LiteLlmModel;
}

/** By `list/model`. Entries of LiteLLM for single regions of a provider are left out: a model's name has no region. */
export function knownModels(
  models: Readonly<Record<string, LiteLlmModel>>,
  at: number
): ReadonlyMap<string, KnownModel> {
  return new Map(
    Object.entries(models).flatMap(([key, theirs]) => {
      const list = PROVIDERS[theirs.provider];
      const [prefix = '', ...rest] = key.split('/');
      const model = prefix === ownPrefix(theirs.provider) ? rest.join('/') : key;
      if (list === undefined || (list === 'azure' && rest.length > 1) || key.startsWith('bedrock/')) {
        return [];
      }
      const price = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, {
        providerId: list,
        timestamp: new Date(at),
      })?.model_price;
      return price === undefined || Object.keys(price).length === 0
        ? []
        : [[`${list}/${model}`, { list, model, theirs }]];
    })
  );
}

function ownPrefix(provider: string): string {
  return provider.replace(/_(chat|converse)$/, '');
}
