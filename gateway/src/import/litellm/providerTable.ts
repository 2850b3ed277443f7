/** How one of LiteLLM's providers is reached with OpenAI's chat completions. */
export interface KnownProvider {
  /** Up to what `/chat/completions` is put behind; without one, the file must say `api_base`. */
  readonly baseUrl?: string;
  /** Variable that LiteLLM takes the key from when the file has none; without one, none is needed. */
  readonly keyVariable?: string;
  /** Provider id in genai-prices. */
  readonly prices?: string;
  /** What our base_url has behind LiteLLM's api_base. */
  readonly suffix?: string;
  /** What providers want before their model’s names. */
  readonly modelPrefix?: string;
  /** Whether LiteLLM speaks another dialect to it, so that another api_base cannot be taken for one of OpenAI's. */
  readonly ownDialect?: boolean;
  readonly note?: string;
}

const known = (baseUrl: string, keyVariable: string, prices?: string): KnownProvider => ({
  baseUrl,
  keyVariable,
  ...(prices === undefined ? {} : { prices }),
});

/** By the name that stands before the model in LiteLLM's `model: provider/model`. */
export const KNOWN_PROVIDERS: Readonly<Record<string, KnownProvider>> = {
  openai: known('https://api.openai.com/v1', 'OPENAI_API_KEY', 'openai'),
  custom_openai: { keyVariable: 'OPENAI_API_KEY' },
  openai_like: {},
  litellm_proxy: { keyVariable: 'LITELLM_PROXY_API_KEY' },
  azure: {
    keyVariable: 'AZURE_API_KEY',
    prices: 'azure',
    suffix: '/openai/v1',
    note: 'Azure’s v1 API takes the deployment’s name as the model; prices are looked up by that name, so give a deployment that is named otherwise a price of its own',
  },
  anthropic: {
    ...known('https://api.anthropic.com/v1', 'ANTHROPIC_API_KEY', 'anthropic'),
    ownDialect: true,
    note: 'by Anthropic’s OpenAI-compatible endpoint, which has no prompt caching',
  },
  gemini: {
    ...known('https://generativelanguage.googleapis.com/v1beta/openai', 'GEMINI_API_KEY', 'google'),
    ownDialect: true,
    note: 'by Gemini’s OpenAI-compatible endpoint',
  },
  cohere: { ...known('https://api.cohere.ai/compatibility/v1', 'COHERE_API_KEY', 'cohere'), ownDialect: true },
  cohere_chat: { ...known('https://api.cohere.ai/compatibility/v1', 'COHERE_API_KEY', 'cohere'), ownDialect: true },
  huggingface: { ...known('https://router.huggingface.co/v1', 'HUGGINGFACE_API_KEY'), ownDialect: true },
  ollama: { baseUrl: 'http://localhost:11434/v1', suffix: '/v1' },
  ollama_chat: { baseUrl: 'http://localhost:11434/v1', suffix: '/v1' },
  hosted_vllm: {},
  lm_studio: {},
  llamafile: { baseUrl: 'http://127.0.0.1:8080/v1' },
  lemonade: { baseUrl: 'http://localhost:8000/api/v1' },
  docker_model_runner: { baseUrl: 'http://localhost:22088/engines/llama.cpp/v1', suffix: '/v1' },
  xinference: {},
  groq: known('https://api.groq.com/openai/v1', 'GROQ_API_KEY', 'groq'),
  deepseek: known('https://api.deepseek.com/v1', 'DEEPSEEK_API_KEY', 'deepseek'),
  mistral: known('https://api.mistral.ai/v1', 'MISTRAL_API_KEY', 'mistral'),
  codestral: known('https://codestral.mistral.ai/v1', 'CODESTRAL_API_KEY', 'mistral'),
  together_ai: known('https://api.together.ai/v1', 'TOGETHER_API_KEY', 'together'),
  openrouter: known('https://openrouter.ai/api/v1', 'OPENROUTER_API_KEY', 'openrouter'),
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

/** Providers of LiteLLM that speak no OpenAI, or want credentials that are no key. */
export const OTHER_PROVIDERS: ReadonlySet<string> = new Set(
  (
    'aiohttp_openai amazon_nova anthropic_text assemblyai aws_polly aws_textract azure_ai azure_speech azure_text ' +
    'bedrock bedrock_mantle black_forest_labs bytez chatgpt clarifai cloudflare cometapi compactifai custom databricks ' +
    'databricks_agent datarobot deepgram elevenlabs empower fal_ai galadriel gdc gigachat github_copilot gradient_ai ' +
    'heroku infinity jina_ai langgraph manus maritalk modelscope nlp_cloud nvidia_riva oci oobabooga petals predibase ' +
    'qwencloud ragflow recraft replicate runwayml sagemaker sagemaker_chat sagemaker_nova sap snowflake stability ' +
    'tencent text-completion-codestral text-completion-openai topaz triton vertex_ai vertex_ai_beta vllm voyage ' +
    'watsonx watsonx_text'
  ).split(' ')
);
