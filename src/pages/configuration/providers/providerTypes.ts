/** Fields that only some types of provider have. */
export type ExtraText = 'api_version' | 'region' | 'access_key_id' | 'site_url' | 'app_name';
export type Secret = 'api_key' | 'azure_ad_token' | 'secret_access_key' | 'session_token';

interface AboutType {
  /** A product's name: nothing to translate. */
  readonly label: string;
  /** Where it is if nothing else is said; null where that must be said. */
  readonly baseUrl: string | null;
  readonly texts?: readonly ExtraText[];
  readonly secrets?: readonly Secret[];
}

/** What there is to fill in for each type of provider that is asked over HTTP. A test compares them with the gateway's. */
export const PROVIDER_TYPES: Readonly<Record<string, AboutType>> = {
  openai: { label: 'OpenAI', baseUrl: 'https://api.openai.com/v1' },
  anthropic: { label: 'Anthropic', baseUrl: 'https://api.anthropic.com' },
  azure: {
    label: 'Azure OpenAI',
    baseUrl: null,
    texts: ['api_version'],
    secrets: ['api_key', 'azure_ad_token'],
  },
  gemini: { label: 'Google Gemini', baseUrl: 'https://generativelanguage.googleapis.com/v1beta' },
  bedrock: {
    label: 'AWS Bedrock',
    baseUrl: 'https://bedrock-runtime.REGION.amazonaws.com',
    texts: ['region', 'access_key_id'],
    secrets: ['api_key', 'secret_access_key', 'session_token'],
  },
  groq: { label: 'Groq', baseUrl: 'https://api.groq.com/openai/v1' },
  mistral: { label: 'Mistral', baseUrl: 'https://api.mistral.ai/v1' },
  deepseek: { label: 'DeepSeek', baseUrl: 'https://api.deepseek.com' },
  openrouter: { label: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', texts: ['site_url', 'app_name'] },
  together: { label: 'Together AI', baseUrl: 'https://api.together.xyz/v1' },
  huggingface: { label: 'Hugging Face', baseUrl: 'https://router.huggingface.co/v1' },
  cohere: { label: 'Cohere', baseUrl: 'https://api.cohere.com' },
  vllm: { label: 'vLLM', baseUrl: null },
  ollama: { label: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  'openai-compatible': { label: 'OpenAI-compatible', baseUrl: null },
};

/** The one that is a part of the gateway. */
export const SIMULATOR = 'simulator';

/** What people call a type; one that is newer than this app goes by its own name. */
export function typeLabel(type: string): string {
  return PROVIDER_TYPES[type]?.label ?? (type === SIMULATOR ? 'Simulator' : type);
}

/** Nothing for the simulator, which has neither address nor secret. */
export function secretsOf(type: string): readonly Secret[] {
  return type === SIMULATOR ? [] : (PROVIDER_TYPES[type]?.secrets ?? ['api_key']);
}

export function textsOf(type: string): readonly ExtraText[] {
  return PROVIDER_TYPES[type]?.texts ?? [];
}
