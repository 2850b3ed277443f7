import { parse } from 'yaml';

import { keyName } from '../../config/document.js';
import { parseConfig } from '../../config/load.js';
import { type Imported, importLitellm } from './importLitellm.js';
import { KNOWN_PROVIDERS, OTHER_PROVIDERS, OTHER_WAYS } from './providerTable.js';
import type { Mapping } from './values.js';

function imported(yaml: string): Imported {
  return importLitellm(parse(yaml, { version: '1.1' }) as Mapping);
}

const config = (yaml: string) => imported(yaml).config as Record<string, Mapping[] & Mapping>;

/** What the report says of a setting. */
function said(result: Imported, path: string): string {
  const { outcome, to, note } = result.findings.find((finding) => keyName(finding.path) === path) ?? {};
  return [outcome, to, note].filter((part) => part !== undefined).join(': ');
}

const MODEL = `
model_list:
  - model_name: gpt-4o
    litellm_params: { model: openai/gpt-4o, api_key: os.environ/OPENAI_API_KEY }
`;
const TWO = `
model_list:
  - { model_name: gpt-4o, litellm_params: { model: openai/gpt-4o } }
  - { model_name: small, litellm_params: { model: groq/llama-3.1-8b-instant } }
`;

test('models of one name become the deployments of one model', () => {
  expect(
    config(`
model_list:
  - model_name: gpt-4o
    litellm_params: { model: openai/gpt-4o, api_key: os.environ/OPENAI_API_KEY, weight: 3 }
  - model_name: gpt-4o
    litellm_params:
      model: azure/my-4o
      api_base: https://eu.openai.azure.com/
      api_key: os.environ/AZURE_EU_KEY
      api_version: "2024-10-21"
      max_parallel_requests: 20
      weight: 1
  - model_name: small
    litellm_params: { model: groq/llama-3.1-8b-instant }
`)
  ).toEqual({
    providers: [
      { name: 'openai', type: 'openai', api_key: '${OPENAI_API_KEY}' },
      {
        name: 'azure',
        type: 'azure',
        base_url: 'https://eu.openai.azure.com',
        api_key: '${AZURE_EU_KEY}',
        api_version: '2024-10-21',
      },
      { name: 'groq', type: 'groq', api_key: '${GROQ_API_KEY}' },
    ],
    models: [
      {
        name: 'gpt-4o',
        deployments: [
          { provider: 'openai', model: 'gpt-4o', weight: 3 },
          { provider: 'azure', model: 'my-4o', weight: 1, max_concurrent: 20 },
        ],
      },
      { name: 'small', deployments: [{ provider: 'groq', model: 'llama-3.1-8b-instant' }] },
    ],
  });
});

const AZURE = 'https://r.openai.azure.com';

test.each<[string, Mapping, string, string | undefined, string]>([
  ['gpt-4o', {}, 'openai', undefined, 'gpt-4o'],
  ['openai/gpt-4o', { api_base: 'https://api.openai.com/v1/' }, 'openai', undefined, 'gpt-4o'],
  ['openai/gpt-4o', { api_base: 'http://h:8000/v1/' }, 'openai-compatible', 'http://h:8000/v1', 'gpt-4o'],
  ['openai/responses/o3', {}, 'openai', undefined, 'o3'],
  ['text-completion-openai/davinci-002', {}, 'openai', undefined, 'davinci-002'],
  [
    'my-model',
    { custom_llm_provider: 'openai', api_base: 'http://h/v1' },
    'openai-compatible',
    'http://h/v1',
    'my-model',
  ],
  ['claude-3-5-haiku-latest', {}, 'anthropic', undefined, 'claude-3-5-haiku-latest'],
  ['anthropic/claude-x', { api_base: 'https://h/anthropic' }, 'anthropic', 'https://h/anthropic', 'claude-x'],
  ['anthropic/claude-x', { api_base: 'https://h/v1/messages' }, 'anthropic', 'https://h', 'claude-x'],
  ['gemini/gemini-2.5-pro', {}, 'gemini', undefined, 'gemini-2.5-pro'],
  ['cohere/command-a', {}, 'cohere', undefined, 'command-a'],
  ['cohere_chat/command-a', { api_base: 'https://h/v2/chat' }, 'cohere', 'https://h', 'command-a'],
  ['huggingface/together/org/model', {}, 'huggingface', undefined, 'org/model:together'],
  ['huggingface/org/model', {}, 'huggingface', undefined, 'org/model'],
  [
    'huggingface/tgi',
    { api_base: 'https://h.endpoints.huggingface.cloud' },
    'huggingface',
    'https://h.endpoints.huggingface.cloud/v1',
    'tgi',
  ],
  ['groq/llama', {}, 'groq', undefined, 'llama'],
  ['deepseek/deepseek-chat', {}, 'deepseek', undefined, 'deepseek-chat'],
  ['mistral/mistral-small-latest', {}, 'mistral', undefined, 'mistral-small-latest'],
  ['whatever', { api_base: 'https://api.mistral.ai/v1' }, 'mistral', undefined, 'whatever'],
  ['codestral/codestral-latest', {}, 'mistral', 'https://codestral.mistral.ai/v1', 'codestral-latest'],
  ['together_ai/org/model', {}, 'together', undefined, 'org/model'],
  ['openrouter/meta/llama', {}, 'openrouter', undefined, 'meta/llama'],
  ['openrouter/auto', {}, 'openrouter', undefined, 'openrouter/auto'],
  [
    'fireworks_ai/qwen',
    {},
    'openai-compatible',
    'https://api.fireworks.ai/inference/v1',
    'accounts/fireworks/models/qwen',
  ],
  ['jina_ai/jina-reranker', {}, 'openai-compatible', 'https://api.jina.ai/v1', 'jina-reranker'],
  ['ollama/llama3', {}, 'ollama', undefined, 'llama3'],
  ['ollama_chat/llama3', { api_base: 'http://gpu:11434' }, 'ollama', 'http://gpu:11434/v1', 'llama3'],
  ['hosted_vllm/q', { api_base: 'os.environ/VLLM' }, 'vllm', '${VLLM}', 'q'],
  ['hosted_vllm/q', {}, 'vllm', '${HOSTED_VLLM_API_BASE}', 'q'],
  ['azure/x', { api_base: 'os.environ/AZ' }, 'azure', '${AZ}', 'x'],
  ['azure/x', {}, 'azure', '${AZURE_API_BASE}', 'x'],
  ['azure/o_series/x', { api_base: `${AZURE}/openai/deployments/x` }, 'azure', AZURE, 'x'],
  ['azure_text/x', { api_base: `${AZURE}/openai/v1/` }, 'azure', AZURE, 'x'],
])('%s %j is called at a provider of type %s, %s', (model, params, type, baseUrl, ours) => {
  const { config: made } = importLitellm({ model_list: [{ model_name: 'm', litellm_params: { model, ...params } }] });
  expect(made['providers']).toMatchObject([{ type }]);
  expect((made['providers'] as Array<{ base_url?: string }>)[0]?.base_url).toBe(baseUrl);
  expect(made['models']).toMatchObject([{ deployments: [{ model: ours }] }]);
});

test.each<[Mapping, Mapping]>([
  [
    { api_key: 'os.environ/KEY', api_version: '2024-10-21' },
    { api_key: '${KEY}', api_version: '2024-10-21' },
  ],
  [
    { api_key: 'os.environ/KEY', api_version: 'os.environ/V' },
    { api_key: '${KEY}', api_version: '${V}' },
  ],
  [{ api_key: 'os.environ/KEY', api_version: 'preview' }, { api_key: '${KEY}' }],
  [{ azure_ad_token: 'os.environ/TOKEN' }, { azure_ad_token: '${TOKEN}' }],
  [{}, { api_key: '${AZURE_API_KEY}' }],
])('azure, signed in with %j', (params, fields) => {
  const { config: made } = importLitellm({
    model_list: [{ model_name: 'm', litellm_params: { model: 'azure/x', api_base: AZURE, ...params } }],
  });
  expect(made['providers']).toEqual([{ name: 'azure', type: 'azure', base_url: AZURE, ...fields }]);
});

const EU = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const ARN = 'arn:aws:bedrock:us-east-2:123456789012:application-inference-profile/abc';
const KEYS = { aws_access_key_id: 'os.environ/ID', aws_secret_access_key: 'os.environ/SECRET' };

test.each<[string, Mapping, Mapping, string]>([
  [
    `bedrock/${EU}`,
    { ...KEYS, aws_session_token: 'os.environ/SESSION', aws_region_name: 'eu-central-1' },
    { region: 'eu-central-1', access_key_id: '${ID}', secret_access_key: '${SECRET}', session_token: '${SESSION}' },
    EU,
  ],
  [`bedrock/converse/${EU}`, { aws_region_name: 'os.environ/R' }, { region: '${R}' }, EU],
  [EU, {}, { region: '${AWS_REGION_NAME}' }, EU],
  [`bedrock/us-gov-west-1/1-month-commitment/${EU}`, {}, { region: 'us-gov-west-1' }, EU],
  [`bedrock/${ARN}`, {}, { region: 'us-east-2' }, ARN],
  [`bedrock/llama/${ARN}`, { aws_region_name: 'us-west-2' }, { region: 'us-west-2' }, ARN],
  [`bedrock/${EU}`, { model_id: ARN }, { region: 'us-east-2' }, ARN],
  [
    `bedrock/${EU}`,
    { api_key: 'os.environ/B', aws_bedrock_runtime_endpoint: 'https://vpce.example', aws_region_name: 'eu-west-1' },
    { base_url: 'https://vpce.example', region: 'eu-west-1', api_key: '${B}' },
    EU,
  ],
])('%s with %j', (model, params, fields, ours) => {
  const result = importLitellm({ model_list: [{ model_name: 'm', litellm_params: { model, ...params } }] });
  expect(result.config['providers']).toEqual([{ name: 'bedrock', type: 'bedrock', ...fields }]);
  expect(result.models).toMatchObject([{ deployments: [{ provider: 'bedrock', model: ours }] }]);
  for (const key of Object.keys(params)) {
    expect(said(result, `model_list[0].litellm_params.${key}`)).toMatch(/^kept: (providers|models)\[0\]/);
  }
});

test.each<[string, Mapping, string]>([
  ['vertex_ai/gemini-2.5-pro', { vertex_project: 'p' }, 'service accounts .* write gemini/'],
  ['gemini-2.5-pro', {}, 'service accounts'],
  ['sagemaker/endpoint', {}, 'openai-compatible'],
  ['azure_ai/grok-3', { api_base: 'https://r.services.ai.azure.com' }, 'write azure/'],
  ['watsonx/granite', {}, 'not known to speak'],
  ['openai/*', {}, 'wildcards'],
  ['mistralai/unheard-of', {}, 'provider is not known'],
  ['auto_router/adaptive_router', {}, 'chooses among others'],
  ['azure/assistants/x', {}, 'assistants API'],
  ['openai_like/q', {}, 'no api_base'],
  ['anthropic/claude-x', { anthropic_federation_rule_id: 'r' }, 'anthropic_federation_rule_id; give it an api_key'],
  ['azure/x', { api_base: AZURE, client_id: 'i', client_secret: 's' }, 'client_id.* azure_ad_token'],
  ['azure/x', { api_base: AZURE, azure_ad_token: 'oidc/github' }, 'azure_ad_token'],
  ['azure/x', { api_base: AZURE, api_version: 'of today' }, 'api_version'],
  ['bedrock/agent/A/B', {}, 'agents'],
  ['bedrock/anthropic.claude-v2', { aws_access_key_id: 'k' }, 'one is missing'],
  ['bedrock/anthropic.claude-v2', { aws_role_name: 'r' }, 'aws_role_name'],
  ['bedrock/anthropic.claude-v2', { aws_region_name: 'the east' }, 'aws_region_name'],
  ['os.environ/MODEL', {}, 'environment'],
])('%s %j is left out, and the report says why', (model, params, why) => {
  const result = importLitellm({ model_list: [{ model_name: 'm', litellm_params: { model, ...params } }] });
  expect(result.models).toEqual([]);
  expect(said(result, 'model_list[0]')).toMatch(new RegExp(`^left out: m is left out whole: .*${why}`));
});

test('no word that LiteLLM allows before a model is told of as both known and not', () => {
  expect([...OTHER_PROVIDERS].filter((name) => name in KNOWN_PROVIDERS)).toEqual([]);
  expect(Object.keys(OTHER_WAYS).filter((name) => !OTHER_PROVIDERS.has(name))).toEqual([]);
});

test('the addresses of our own types are those of the configuration', () => {
  for (const [name, { type, home }] of Object.entries(KNOWN_PROVIDERS)) {
    if (home !== undefined && type !== 'bedrock') {
      const { providers } = parseConfig(
        `providers: [{ name: "${name}", type: ${type} }]\nmodels: [{ name: m, deployments: [{ provider: "${name}", model: m }] }]`,
        'x.yaml',
        {}
      );
      expect(providers).toMatchObject([{ base_url: home }]);
    }
  }
});

test('drop_params is drop_unsupported, of a deployment as of all', () => {
  const result = imported(`
model_list:
  - { model_name: a, litellm_params: { model: openai/a } }
  - { model_name: b, litellm_params: { model: openai/b, drop_params: true } }
litellm_settings: { drop_params: true }
`);
  expect(result.config['providers']).toMatchObject([{ name: 'openai' }, { name: 'openai-2', drop_unsupported: true }]);
  expect(result.config['routing']).toEqual({ drop_unsupported: true });
  expect(said(result, 'litellm_settings.drop_params')).toMatch(/^kept: routing.drop_unsupported/);
  expect(said(result, 'model_list[1].litellm_params.drop_params')).toMatch(/^kept: providers\[1\].drop_unsupported/);
});

test('a secret that is written out becomes a variable, the same secret the same one', () => {
  const result = imported(`
model_list:
  - { model_name: a, litellm_params: { model: openai/a, api_key: sk-one } }
  - { model_name: b, litellm_params: { model: openai/b, api_key: sk-one } }
  - { model_name: c, litellm_params: { model: openai/c, api_key: sk-two } }
  - { model_name: d, litellm_params: { model: openai/d } }
`);
  expect(result.config['providers']).toEqual([
    { name: 'openai', type: 'openai', api_key: '${OPENAI_API_KEY_2}' },
    { name: 'openai-2', type: 'openai', api_key: '${OPENAI_API_KEY_3}' },
    { name: 'openai-3', type: 'openai', api_key: '${OPENAI_API_KEY}' },
  ]);
  expect(result.variables).toMatchObject([
    { name: 'OPENAI_API_KEY', what: expect.stringContaining('the key of openai') },
    { name: 'OPENAI_API_KEY_2', what: expect.stringContaining('model_list[0].litellm_params.api_key') },
    { name: 'OPENAI_API_KEY_3', what: expect.stringContaining('model_list[2].litellm_params.api_key') },
  ]);
});

test('credentials that are kept apart are used where they are named', () => {
  const { config: made, variables } = imported(`
credential_list:
  - credential_name: eu
    credential_values: { api_key: sk-eu, api_base: "https://eu.example/v1" }
model_list:
  - { model_name: a, litellm_params: { model: openai/a, litellm_credential_name: eu } }
`);
  expect(made['providers']).toMatchObject([{ base_url: 'https://eu.example/v1', api_key: '${OPENAI_API_KEY}' }]);
  expect(variables[0]?.what).toContain('credential_list[0].credential_values.api_key');
});

test.each<[string, object]>([
  [
    'input_cost_per_token: 0.0000025, output_cost_per_token: 1e-5',
    { input_per_million_usd: 2.5, output_per_million_usd: 10 },
  ],
  ['input_cost_per_token: 1.5e-7', { input_per_million_usd: 0.15 }],
  ['input_cost_per_token: 0, output_cost_per_token: 0', { input_per_million_usd: 0, output_per_million_usd: 0 }],
  [
    'cache_read_input_token_cost: 3e-7, cache_creation_input_token_cost: 3.75e-6, cache_creation_input_token_cost_above_1hr: 6e-6',
    {
      cached_input_per_million_usd: 0.3,
      cache_write_5m_per_million_usd: 3.75,
      cache_write_1h_per_million_usd: 6,
    },
  ],
  [
    'input_cost_per_token: 1e-6, input_cost_per_token_above_200k_tokens: 2e-6, output_cost_per_token_above_200k_tokens: 4e-6',
    {
      input_per_million_usd: 1,
      tiers: [{ above_input_tokens: 200_000, input_per_million_usd: 2, output_per_million_usd: 4 }],
    },
  ],
  [
    'output_cost_per_image: 0.04, input_cost_per_character: 3e-5',
    { per_image_usd: 0.04, per_million_characters_usd: 30 },
  ],
])('prices are per million: %s', (costs, price) => {
  for (const section of ['litellm_params', 'model_info']) {
    const [params, info] = section === 'model_info' ? ['', costs] : [`, ${costs}`, ''];
    const yaml = `model_list: [{ model_name: m, litellm_params: { model: openai/m${params} }, model_info: { ${info} } }]`;
    expect(config(yaml)['models']).toMatchObject([{ deployments: [{ price }] }]);
  }
});

test('an order becomes a chain of models', () => {
  const made = config(`
model_list:
  - { model_name: m, litellm_params: { model: openai/first, order: 1 } }
  - { model_name: m, litellm_params: { model: groq/third, order: 3 } }
  - { model_name: m, litellm_params: { model: deepseek/second, order: 2 } }
  - { model_name: other, litellm_params: { model: openai/other } }
router_settings: { fallbacks: [{ m: [other] }] }
`);
  expect(made['models']).toMatchObject([
    { name: 'm', deployments: [{ model: 'first' }], fallbacks: ['m-order-2', 'm-order-3', 'other'] },
    { name: 'm-order-2', deployments: [{ model: 'second' }] },
    { name: 'm-order-3', deployments: [{ model: 'third' }] },
    { name: 'other' },
  ]);
});

const RATES = `
model_list:
  - { model_name: m, litellm_params: { model: openai/a, rpm: 100, tpm: 5000 } }
  - { model_name: m, litellm_params: { model: groq/b, rpm: 300, tpm: 1000 } }
`;

test('rpm weighs deployments where LiteLLM only weighs by it', () => {
  const made = config(RATES);
  expect(made['models']).toMatchObject([{ deployments: [{ weight: 100 }, { weight: 300 }] }]);
  expect(made['limits']).toBeUndefined();
});

test.each([
  'routing_strategy: usage-based-routing-v2',
  'enable_pre_call_checks: true',
  'optional_pre_call_checks: [enforce_model_rate_limits]',
])('rpm and tpm are limits of the model with %s', (setting) => {
  expect(config(`${RATES}\nrouter_settings: { ${setting} }`)['limits']).toEqual([
    { name: 'm-rpm', model: 'm', requests_per_minute: 400 },
    { name: 'm-tpm', model: 'm', tokens_per_minute: 6_000 },
  ]);
});

test.each([
  ['simple-shuffle', undefined],
  ['least-busy', 'least-busy'],
  ['latency-based-routing', 'lowest-latency'],
  ['cost-based-routing', 'lowest-cost'],
  ['usage-based-routing', 'most-headroom'],
  ['usage-based-routing-v2', 'most-headroom'],
  ['lar1', undefined],
])('the strategy %s is %s', (theirs, ours) => {
  const result = imported(`${MODEL}\nrouter_settings: { routing_strategy: ${theirs} }`);
  expect(result.models[0]?.strategy).toBe(ours);
  expect(said(result, 'router_settings.routing_strategy')).toMatch(theirs === 'lar1' ? /^left out/ : /^kept/);
});

test('router settings', () => {
  const made = config(`${TWO}
router_settings:
  num_retries: 2
  timeout: 30
  stream_timeout: 5
  allowed_fails: 3
  cooldown_time: 60
  retry_after: 2
  fallbacks: [{ gpt-4o: [small] }]
  context_window_fallbacks: [{ small: [gpt-4o] }]
  content_policy_fallbacks: [{ small: [gpt-4o] }]
  model_group_alias: { gpt-4: gpt-4o, hidden: { model: small, hidden: true } }
  optional_pre_call_checks: [deployment_affinity]
  provider_budget_config: { openai: { budget_limit: 100, time_period: 1d }, groq: { max_budget: 5, budget_duration: 10d } }
litellm_settings: { num_retries: 9, request_timeout: 600 }
`);
  expect(made['models']).toMatchObject([
    { name: 'gpt-4o', sticky: 'key', fallbacks: ['small'] },
    { name: 'small', sticky: 'key', context_window_fallbacks: ['gpt-4o'], content_policy_fallbacks: ['gpt-4o'] },
    { name: 'gpt-4', deployments: [{ provider: 'openai', model: 'gpt-4o' }], fallbacks: ['small'] },
    { name: 'hidden', deployments: [{ provider: 'groq' }], context_window_fallbacks: ['gpt-4o'] },
  ]);
  expect(made['providers']).toMatchObject([
    { timeouts: { first_token_ms: 5_000, idle_ms: 5_000, total_ms: 30_000 } },
    { timeouts: { first_token_ms: 5_000, idle_ms: 5_000, total_ms: 30_000 } },
  ]);
  expect(made['routing']).toEqual({
    max_attempts: 6,
    backoff_ms: 2_000,
    breaker: { consecutive_failures: 4, open_ms: 60_000 },
  });
  expect(made['budgets']).toEqual([
    { name: 'openai', provider: 'openai', limit_usd: 100, period: 'daily' },
    { name: 'groq', provider: 'groq', limit_usd: 5, window: '10d' },
  ]);
});

test('what holds for all models holds for those that have nothing of their own', () => {
  const made = config(`${TWO}
litellm_settings: { default_fallbacks: [small], fallbacks: [{ small: [gpt-4o] }] }
`);
  expect(made['models']).toMatchObject([{ fallbacks: ['small'] }, { fallbacks: ['gpt-4o'] }]);
});

test('fallbacks to models that there are none of are told of', () => {
  const result = imported(`${TWO}
router_settings: { fallbacks: [{ gpt-4o: [gone, small, gpt-4o] }, { gone: [small] }] }
`);
  expect(result.models[0]?.fallbacks).toEqual(['small']);
  expect(said(result, 'router_settings.fallbacks[0].gpt-4o[0]')).toBe('left out: no such model was taken over');
  expect(said(result, 'router_settings.fallbacks[0].gpt-4o[2]')).toMatch(/^left out: the model is the same/);
  expect(said(result, 'router_settings.fallbacks[1].gone[0]')).toBe(
    'left out: the model that it is for was not taken over'
  );
});

test('the budget of a provider that became several is shared among them; none overspends it', () => {
  const made = config(`
model_list:
  - { model_name: a, litellm_params: { model: openai/a, api_key: os.environ/ONE } }
  - { model_name: b, litellm_params: { model: openai/b, api_key: os.environ/TWO } }
  - { model_name: c, litellm_params: { model: openai/c, api_key: os.environ/THREE } }
router_settings: { provider_budget_config: { openai: { budget_limit: 100, time_period: 30d } } }
`);
  expect(made['budgets']).toEqual(
    ['openai', 'openai-2', 'openai-3'].map((provider, index) => ({
      name: index === 0 ? 'openai' : `openai-${index + 1}`,
      provider,
      limit_usd: 33.333333333,
      period: 'monthly',
    }))
  );
});

test('a deployment with a budget has a provider of its own', () => {
  const made = config(`
model_list:
  - { model_name: a, litellm_params: { model: openai/a, api_key: os.environ/ONE, max_budget: 10, budget_duration: 1d } }
  - { model_name: b, litellm_params: { model: openai/b, api_key: os.environ/ONE } }
`);
  expect(made['providers']).toHaveLength(2);
  expect(made['budgets']).toEqual([{ name: 'openai', provider: 'openai', limit_usd: 10, period: 'daily' }]);
});

test('litellm_settings', () => {
  const result = imported(`${MODEL}
litellm_settings:
  callbacks: [prometheus, langfuse]
  require_auth_for_metrics_endpoint: false
  default_team_params: { max_budget: 50, budget_duration: 30d, rpm_limit: 60, tpm_limit: 1000 }
  default_key_generate_params: { max_parallel_requests: 5 }
  max_internal_user_budget: 7
  internal_user_budget_duration: 1mo
  max_end_user_budget: 1
  drop_params: true
  cache: true
`);
  expect(result.config).toMatchObject({
    metrics: { dialects: ['native', 'litellm'], public: true },
    budgets: [
      { name: 'each-team', team: '*', limit_usd: 50, period: 'monthly' },
      { name: 'internal-users', user: '*', limit_usd: 7, period: 'monthly' },
      { name: 'end-users', user: '*', limit_usd: 1, window: '3650d' },
    ],
    limits: [
      { name: 'each-key', key: '*', parallel_requests: 5 },
      { name: 'each-team', team: '*', requests_per_minute: 60, tokens_per_minute: 1_000 },
    ],
  });
  expect(said(result, 'litellm_settings.callbacks[0]')).toMatch(/^kept: metrics.dialects/);
  for (const path of ['callbacks[1]', 'cache']) {
    expect(said(result, `litellm_settings.${path}`)).toMatch(/^left out: /);
  }
});

test('general_settings', () => {
  const result = imported(`${MODEL}
general_settings:
  master_key: sk-1234
  database_url: "postgresql://user:password@db/litellm"
  alerting: [slack, webhook]
  enable_jwt_auth: true
  litellm_jwtauth: { user_id_jwt_field: email, team_id_jwt_field: groups, admin_jwt_scope: admin }
  max_parallel_requests: 8
  global_max_parallel_requests: 500
  max_request_size_mb: 4
  background_health_checks: true
  health_check_interval: 300
  store_prompts_in_spend_logs: true
  maximum_spend_logs_retention_period: 90d
  fail_closed_rate_limit_enforcement: true
  custom_auth: my.auth
`);
  expect(result.config).toMatchObject({
    keys: [{ name: 'litellm-master-key', key: '${LITELLM_MASTER_KEY}' }],
    limits: [{ name: 'each-key', key: '*', parallel_requests: 8 }],
    server: { max_in_flight: 500, body_limit_bytes: 4_194_304 },
    auth: {
      jwt: [
        {
          issuer: '${JWT_ISSUER}',
          audience: '${JWT_AUDIENCE}',
          jwks_url: '${JWT_PUBLIC_KEY_URL}',
          user_claim: 'email',
          team_claim: 'groups',
        },
      ],
    },
    webhooks: [{ url: '${WEBHOOK_URL}', secret: '${LLM_GATEWAY_WEBHOOK_SECRET}' }],
    routing: { health_check_ms: 300_000 },
    governance: { redis_down: 'refuse' },
    ledger: { contents: { store: 'all' }, retention_days: 90 },
  });
  expect(said(result, 'general_settings.database_url')).toMatch(/^environment: DATABASE_URL: /);
  expect(said(result, 'general_settings.alerting[0]')).toMatch(/^left out: alerts are Grafana/);
  expect(said(result, 'general_settings.custom_auth')).toMatch(/^left out: /);
  expect(said(result, 'general_settings.litellm_jwtauth.admin_jwt_scope')).toMatch(/^left out: /);
});

test('environment variables, Redis and what is unheard of are told of as a whole', () => {
  const result = imported(`${MODEL}
environment_variables: { REDIS_HOST: localhost, OPENAI_API_KEY: sk-secret }
router_settings: { redis_host: os.environ/REDIS_HOST, redis_password: secret }
guardrails: [{ guardrail_name: pii, litellm_params: { guardrail: presidio, api_key: secret } }]
something_new: { deep: [{ a: 1 }, { b: 2 }] }
`);
  expect(said(result, 'environment_variables.OPENAI_API_KEY')).toMatch(/^environment: OPENAI_API_KEY/);
  expect(said(result, 'router_settings.redis_password')).toMatch(/^environment: REDIS_URL/);
  expect(said(result, 'guardrails')).toMatch(/^left out: there are no guardrails/);
  expect(said(result, 'something_new')).toBe('left out: there is nothing like it');
});
