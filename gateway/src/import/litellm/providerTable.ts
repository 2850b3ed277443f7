import type { HttpProviderConfig } from '../../config/schema.js';

/** How one of LiteLLM's providers is reached. */
export interface KnownProvider {
  readonly type: HttpProviderConfig['type'];
  /** Address that is written down where the file has no `api_base`. */
  readonly baseUrl?: string;
  /** Address that the type has by itself. Without either, the file must say `api_base`. */
  readonly home?: string;
  /** Variable that LiteLLM takes the address from when the file has none. */
  readonly addressVariable?: string;
  /** Variable that LiteLLM takes the key from when the file has none; without one, none is needed. */
  readonly keyVariable?: string;
  /** Provider id in genai-prices, where the type has none by itself. */
  readonly prices?: string;
  /** What LiteLLM's api_base may have behind our base_url. */
  readonly tail?: RegExp;
  /** What our base_url has behind LiteLLM's api_base. */
  readonly suffix?: string;
  /** What providers want before their model’s names. */
  readonly modelPrefix?: string;
  readonly note?: string;
}

const known = (baseUrl: string, keyVariable: string, prices?: string): KnownProvider => ({
  type: 'openai-compatible',
  baseUrl,
  keyVariable,
  ...(prices === undefined ? {} : { prices }),
});

/** Providers that are a type of ours, with the address that the type has. */
const own = (type: KnownProvider['type'], home: string, keyVariable: string): KnownProvider => ({
  type,
  home,
  keyVariable,
});

/** Servers of one's own. */
const server = (type: KnownProvider['type'], addressVariable?: string): KnownProvider => ({
  type,
  ...(addressVariable === undefined ? {} : { addressVariable }),
});

const azure: KnownProvider = {
  type: 'azure',
  addressVariable: 'AZURE_API_BASE',
  keyVariable: 'AZURE_API_KEY',
  tail: /\/openai(\/.*)?$/,
  note: 'prices are looked up by the deployment’s name: one that is not called like its model needs a price of its own',
};
const cohere: KnownProvider = {
  ...own('cohere', 'https://api.cohere.com', 'COHERE_API_KEY'),
  tail: /\/v[12](\/.*)?$/,
};
const ollama: KnownProvider = { type: 'ollama', home: 'http://127.0.0.1:11434/v1', suffix: '/v1' };
const codestral: KnownProvider = {
  type: 'mistral',
  baseUrl: 'https://codestral.mistral.ai/v1',
  keyVariable: 'CODESTRAL_API_KEY',
};
const openai = own('openai', 'https://api.openai.com/v1', 'OPENAI_API_KEY');

/** By the name that stands before the model in LiteLLM's `model: provider/model`. */
export const KNOWN_PROVIDERS: Readonly<Record<string, KnownProvider>> = {
  openai,
  'text-completion-openai': openai,
  custom_openai: { type: 'openai-compatible', keyVariable: 'OPENAI_API_KEY' },
  openai_like: server('openai-compatible'),
  litellm_proxy: { ...server('openai-compatible', 'LITELLM_PROXY_API_BASE'), keyVariable: 'LITELLM_PROXY_API_KEY' },
  azure,
  azure_text: azure,
  anthropic: { ...own('anthropic', 'https://api.anthropic.com', 'ANTHROPIC_API_KEY'), tail: /\/v1\/messages$/ },
  gemini: own('gemini', 'https://generativelanguage.googleapis.com/v1beta', 'GEMINI_API_KEY'),
  bedrock: { type: 'bedrock', home: 'https://bedrock-runtime.REGION.amazonaws.com' },
  cohere,
  cohere_chat: cohere,
  huggingface: {
    ...own('huggingface', 'https://router.huggingface.co/v1', 'HUGGINGFACE_API_KEY'),
    tail: /\/chat\/completions$/,
    suffix: '/v1',
    note: 'it has no price list of its own: set prices of the provider to whose models run there, e.g. huggingface_together',
  },
  ollama,
  ollama_chat: ollama,
  hosted_vllm: server('vllm', 'HOSTED_VLLM_API_BASE'),
  groq: own('groq', 'https://api.groq.com/openai/v1', 'GROQ_API_KEY'),
  deepseek: own('deepseek', 'https://api.deepseek.com', 'DEEPSEEK_API_KEY'),
  mistral: own('mistral', 'https://api.mistral.ai/v1', 'MISTRAL_API_KEY'),
  codestral,
  'text-completion-codestral': codestral,
  together_ai: own('together', 'https://api.together.xyz/v1', 'TOGETHER_API_KEY'),
  openrouter: own('openrouter', 'https://openrouter.ai/api/v1', 'OPENROUTER_API_KEY'),
  infinity: server('openai-compatible', 'INFINITY_API_BASE'),
  jina_ai: known('https://api.jina.ai/v1', 'JINA_AI_API_KEY'),
  lm_studio: server('openai-compatible', 'LM_STUDIO_API_BASE'),
  llamafile: { type: 'openai-compatible', baseUrl: 'http://127.0.0.1:8080/v1' },
  lemonade: { type: 'openai-compatible', baseUrl: 'http://localhost:8000/api/v1' },
  docker_model_runner: {
    type: 'openai-compatible',
    baseUrl: 'http://localhost:22088/engines/llama.cpp/v1',
    suffix: '/v1',
  },
  xinference: server('openai-compatible', 'XINFERENCE_API_BASE'),
  fireworks_ai: {
    ...known('https://api.fireworks.ai/inference/v1', 'FIREWORKS_API_KEY', 'fireworks'),
    modelPrefix: 'accounts/fireworks/models/',
  },
  xai: known('https://api.x.ai/v1', 'XAI_API_KEY', 'x-ai'),
  perplexity: known('https://api.perplexity.ai', 'PERPLEXITYAI_API_KEY', 'perplexity'),
  cerebras: known('https://api.cerebras.ai/v1', 'CEREBRAS_API_KEY', 'cerebras'),
  sambanova: known('https://api.sambanova.ai/v1', 'SAMBANOVA_API_KEY'),
  nvidia_nim: known('https://integrate.api.nvidia.com/v1', 'NVIDIA_NIM_API_KEY'),
  deepinfra: known('https://api.deepinfra.com/v1/openai', 'DEEPINFRA_API_KEY'),
  novita: known('https://api.novita.ai/v3/openai', 'NOVITA_API_KEY', 'novita'),
  hyperbolic: known('https://api.hyperbolic.xyz/v1', 'HYPERBOLIC_API_KEY'),
  lambda_ai: known('https://api.lambda.ai/v1', 'LAMBDA_API_KEY'),
  nebius: known('https://api.studio.nebius.ai/v1', 'NEBIUS_API_KEY'),
  nscale: known('https://inference.api.nscale.com/v1', 'NSCALE_API_KEY'),
  featherless_ai: known('https://api.featherless.ai/v1', 'FEATHERLESS_AI_API_KEY'),
  friendliai: known('https://api.friendli.ai/serverless/v1', 'FRIENDLIAI_API_KEY'),
  baseten: known('https://inference.baseten.co/v1', 'BASETEN_API_KEY', 'baseten'),
  moonshot: known('https://api.moonshot.ai/v1', 'MOONSHOT_API_KEY', 'moonshotai'),
  minimax: known('https://api.minimax.io/v1', 'MINIMAX_API_KEY', 'minimax'),
  zai: known('https://api.z.ai/api/paas/v4', 'ZAI_API_KEY', 'zai'),
  dashscope: known('https://dashscope.aliyuncs.com/compatible-mode/v1', 'DASHSCOPE_API_KEY'),
  volcengine: known('https://ark.cn-beijing.volces.com/api/v3', 'VOLCENGINE_API_KEY'),
  ai21_chat: known('https://api.ai21.com/studio/v1', 'AI21_API_KEY'),
  meta_llama: known('https://api.llama.com/compat/v1', 'LLAMA_API_KEY'),
  github: known('https://models.inference.ai.azure.com', 'GITHUB_API_KEY'),
  ovhcloud: known('https://oai.endpoints.kepler.ai.cloud.ovh.net/v1', 'OVHCLOUD_API_KEY', 'ovhcloud'),
  scaleway: known('https://api.scaleway.ai/v1', 'SCW_SECRET_KEY'),
  v0: known('https://api.v0.dev/v1', 'V0_API_KEY'),
  vercel_ai_gateway: known('https://ai-gateway.vercel.sh/v1', 'VERCEL_AI_GATEWAY_API_KEY'),
  wandb: known('https://api.inference.wandb.ai/v1', 'WANDB_API_KEY'),
  inception: known('https://api.inceptionlabs.ai/v1', 'INCEPTION_API_KEY'),
  morph: known('https://api.morphllm.com/v1', 'MORPH_API_KEY'),
  aiml: known('https://api.aimlapi.com/v1', 'AIML_API_KEY'),
  poe: known('https://api.poe.com/v1', 'POE_API_KEY'),
  'nano-gpt': known('https://nano-gpt.com/api/v1', 'NANOGPT_API_KEY'),
  synthetic: known('https://api.synthetic.new/openai/v1', 'SYNTHETIC_API_KEY'),
  chutes: known('https://llm.chutes.ai/v1', 'CHUTES_API_KEY'),
  veniceai: known('https://api.venice.ai/api/v1', 'VENICE_AI_API_KEY'),
  aihubmix: known('https://aihubmix.com/v1', 'AIHUBMIX_API_KEY'),
  crusoe: known('https://api.inference.crusoecloud.com/v1', 'CRUSOE_API_KEY'),
  parasail: known('https://api.parasail.io/v1', 'PARASAIL_API_KEY'),
  reka: known('https://api.reka.ai/v1', 'REKA_API_KEY'),
};

const GOOGLE_CLOUD =
  'Vertex AI signs in with service accounts of Google Cloud, which is not supported. Gemini’s models can be had by a key of Google AI Studio: write gemini/… with GEMINI_API_KEY. For Claude take anthropic/… or bedrock/…, for open models another provider that has them';
const SAGEMAKER =
  'endpoints of SageMaker are not supported; where one speaks OpenAI’s API, add it as a provider of type openai-compatible';
const FOUNDRY =
  'write azure/… with the resource’s address (https://NAME.services.ai.azure.com) as api_base, whose v1 API has the same models; a serverless endpoint (…models.ai.azure.com) is openai/… with /v1 behind its address';

/** What to do instead of providers that cannot be reached. */
export const OTHER_WAYS: Readonly<Record<string, string>> = {
  vertex_ai: GOOGLE_CLOUD,
  vertex_ai_beta: GOOGLE_CLOUD,
  sagemaker: SAGEMAKER,
  sagemaker_chat: SAGEMAKER,
  sagemaker_nova: SAGEMAKER,
  azure_ai: FOUNDRY,
  anthropic_text: 'Anthropic’s text completions are not supported; write anthropic/…, whose models chat',
  bedrock_mantle: 'write bedrock/… with the model’s id: the Converse API has the same models',
  databricks:
    'Databricks’ serving endpoints speak OpenAI’s API: add a provider of type openai-compatible with …/serving-endpoints as base_url',
  vllm: 'LiteLLM loads vLLM into its own process; run vLLM as a server, and write hosted_vllm/…',
};

/** Providers of LiteLLM that speak an API which no type of ours does, or want credentials that are none of theirs. */
export const OTHER_PROVIDERS: ReadonlySet<string> = new Set(
  (
    'aiohttp_openai amazon_nova anthropic_text assemblyai aws_polly aws_textract azure_ai azure_speech ' +
    'bedrock_mantle black_forest_labs bytez chatgpt clarifai cloudflare cometapi compactifai custom databricks ' +
    'databricks_agent datarobot deepgram elevenlabs empower fal_ai galadriel gdc gigachat github_copilot ' +
    'gradient_ai heroku langgraph manus maritalk modelscope nlp_cloud nvidia_riva oci oobabooga petals predibase ' +
    'qwencloud ragflow recraft replicate runwayml sagemaker sagemaker_chat sagemaker_nova sap snowflake ' +
    'stability tencent topaz triton vertex_ai vertex_ai_beta vllm voyage watsonx watsonx_text'
  ).split(' ')
);
