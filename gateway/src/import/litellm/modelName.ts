import { KNOWN_PROVIDERS, OTHER_PROVIDERS } from './providerTable.js';
import { type Mapping, asText } from './values.js';

export type NamedModel = { readonly provider: string; readonly model: string } | { readonly problem: string };

/** Providers that LiteLLM takes for models which name none. */
const BARE_NAMES: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /^(gpt-|chatgpt-|o\d|ft:gpt-|text-embedding-(3|ada)|dall-e|whisper|tts-|gpt-image|omni-moderation|codex-|computer-use|sora)/,
    'openai',
  ],
  [/^(davinci|babbage|text-davinci|gpt-3\.5-turbo-instruct)/, 'text-completion-openai'],
  [/^claude-/, 'anthropic'],
  [/^(command|embed-|rerank-|c4ai-)/, 'cohere'],
  [/^(gemini-|text-bison|chat-bison|text-embedding-0|textembedding-gecko|imagen-)/, 'vertex_ai'],
  [/^(anthropic|amazon|meta|mistral|ai21|cohere|deepseek|us|eu|apac|global)\./, 'bedrock'],
];

/** Provider and model of LiteLLM's `model: provider/model`, as LiteLLM reads it. */
export function readModelName(params: Mapping): NamedModel {
  const whole = asText(params['model']);
  if (whole === undefined) {
    return { problem: 'it names no model, or takes its name from the environment; write the model’s name out' };
  }
  const given = asText(params['custom_llm_provider']);
  const slash = whole.indexOf('/');
  const prefix = slash < 0 ? undefined : whole.slice(0, slash);
  const rest = whole.slice(slash + 1);
  if (whole.includes('*')) {
    return { problem: 'there are no wildcards: add each model that clients ask for' };
  }
  if (prefix === 'auto_router') {
    return {
      problem: 'no model chooses among others by their content; let clients ask for one, or give it deployments',
    };
  }
  if (given !== undefined) {
    return { provider: given, model: prefix === given ? rest : whole };
  }
  if (prefix !== undefined && (prefix in KNOWN_PROVIDERS || OTHER_PROVIDERS.has(prefix))) {
    return { provider: prefix, model: rest };
  }
  const provider = BARE_NAMES.find(([pattern]) => pattern.test(whole))?.[1] ?? providerOfAddress(params);
  return provider === undefined
    ? { problem: 'its provider is not known; add it as a deployment of a provider of type openai-compatible' }
    : { provider, model: whole };
}

/** LiteLLM knows some providers by their address. */
function providerOfAddress(params: Mapping): string | undefined {
  const address = asText(params['api_base'] ?? params['base_url']);
  if (address === undefined || !URL.canParse(address)) {
    return undefined;
  }
  const { host } = new URL(address);
  return Object.entries(KNOWN_PROVIDERS).find(
    ([, { home, baseUrl = home }]) => baseUrl !== undefined && new URL(baseUrl).host === host
  )?.[0];
}
