import Type from 'typebox';

import { strict } from './fieldTypes.js';
import { Address, AnyPriceList, ApiKey, DefaultAddress, PriceList, httpProvider } from './httpProvider.js';

interface Known {
  readonly address: string;
  /** Provider id in genai-prices. */
  readonly prices: string;
  /** Variable that usually holds the key. */
  readonly variable: string;
  readonly description: string;
}

/** A provider with one address and a price list of its own. */
function known<const Name extends string>(type: Name, { address, prices, variable, description }: Known) {
  return Type.Object(
    {
      ...httpProvider,
      type: Type.Literal(type),
      api_key: ApiKey(variable),
      base_url: DefaultAddress(address),
      prices: PriceList(prices),
    },
    { ...strict, description }
  );
}

export const OpenAiProvider = known('openai', {
  address: 'https://api.openai.com/v1',
  prices: 'openai',
  variable: 'OPENAI_API_KEY',
  description: 'OpenAI.',
});

export const GroqProvider = known('groq', {
  address: 'https://api.groq.com/openai/v1',
  prices: 'groq',
  variable: 'GROQ_API_KEY',
  description: 'Groq.',
});

export const MistralProvider = known('mistral', {
  address: 'https://api.mistral.ai/v1',
  prices: 'mistral',
  variable: 'MISTRAL_API_KEY',
  description: 'Mistral.',
});

export const DeepSeekProvider = known('deepseek', {
  address: 'https://api.deepseek.com',
  prices: 'deepseek',
  variable: 'DEEPSEEK_API_KEY',
  description: 'DeepSeek.',
});

export const TogetherProvider = known('together', {
  address: 'https://api.together.xyz/v1',
  prices: 'together',
  variable: 'TOGETHER_API_KEY',
  description: 'Together AI.',
});

export const CohereProvider = known('cohere', {
  address: 'https://api.cohere.com',
  prices: 'cohere',
  variable: 'COHERE_API_KEY',
  description: 'Cohere, by version 2 of its API.',
});

export const AnthropicProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('anthropic'),
    api_key: ApiKey('ANTHROPIC_API_KEY', 'Sent in the header x-api-key.'),
    base_url: DefaultAddress('https://api.anthropic.com'),
    prices: PriceList('anthropic'),
  },
  { ...strict, description: 'Anthropic, or a server that speaks its Messages API; the address may end in /v1 or not.' }
);

export const GeminiProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('gemini'),
    api_key: ApiKey('GEMINI_API_KEY', 'Sent in the header x-goog-api-key.'),
    base_url: DefaultAddress('https://generativelanguage.googleapis.com/v1beta'),
    prices: PriceList('google'),
  },
  { ...strict, description: 'Google’s Gemini API.' }
);

export const OpenRouterProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('openrouter'),
    api_key: ApiKey('OPENROUTER_API_KEY'),
    base_url: DefaultAddress('https://openrouter.ai/api/v1'),
    prices: PriceList('openrouter'),
    site_url: Type.Optional(
      Type.String({ pattern: '^https?://[\\x21-\\x7e]+$', description: 'Who asks, as OpenRouter’s rankings show it.' })
    ),
    app_name: Type.Optional(
      Type.String({ pattern: '^[\\x20-\\x7e]+$', maxLength: 200, description: 'What it is called there.' })
    ),
  },
  { ...strict, description: 'OpenRouter.' }
);

export const HuggingFaceProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('huggingface'),
    api_key: ApiKey('HF_TOKEN'),
    base_url: DefaultAddress('https://router.huggingface.co/v1'),
    prices: AnyPriceList,
  },
  {
    ...strict,
    description:
      'Hugging Face’s router; a model may name who runs it (org/model:together). Its prices are those of who runs it, e.g. prices: huggingface_together.',
  }
);

export const VllmProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('vllm'),
    api_key: ApiKey('VLLM_API_KEY'),
    base_url: Address('Up to and including /v1.'),
    prices: AnyPriceList,
  },
  { ...strict, description: 'A server of vLLM.' }
);

export const OllamaProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('ollama'),
    api_key: ApiKey('OLLAMA_API_KEY'),
    base_url: DefaultAddress('http://127.0.0.1:11434/v1'),
    prices: AnyPriceList,
  },
  { ...strict, description: 'Ollama.' }
);

export const OpenAiCompatibleProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('openai-compatible'),
    api_key: ApiKey('UPSTREAM_API_KEY'),
    base_url: Address('Up to and including /v1.'),
    prices: AnyPriceList,
  },
  { ...strict, description: 'Any server that speaks OpenAI’s chat completions: LM Studio, llama.cpp, another gateway.' }
);
