import fc from 'fast-check';

import { type KeyPath, keyName } from '../../config/document.js';
import { parseConfig } from '../../config/load.js';
import { type Imported, importLitellm } from './importLitellm.js';
import { renderReport } from './report.js';
import { toYaml } from './toYaml.js';
import { type Mapping, leavesOf, valueAt } from './values.js';

const SECRET = 'hunter2-';

const secret = fc.oneof(
  fc.nat(3).map((number) => `${SECRET}${number}`),
  fc.constantFrom('os.environ/SOME_KEY', 'os.environ/OPENAI_API_KEY', null, '', 12345678)
);
const number = fc.oneof(
  fc.integer({ min: -2, max: 100_000 }),
  fc.double({ min: 0, max: 10, noNaN: true }),
  fc.constantFrom('12', '1e-7', 'many', null, 'os.environ/NUMBER', true, [])
);
const flag = fc.constantFrom<unknown>(true, false, null, 'yes');
/** One of the second kind in ten: what cannot be taken over must not keep the rest from being tried. */
const mostly = <Good, Bad>(good: fc.Arbitrary<Good>, bad: fc.Arbitrary<Bad>): fc.Arbitrary<Good | Bad> =>
  fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad });
const modelName = mostly(
  fc.constantFrom('gpt-4o', 'small', 'a/b'),
  fc.constantFrom('*', 'with space', 'ünï', '', 'x'.repeat(201), '${HOME}')
);
const duration = fc.constantFrom<unknown>('1d', '7d', '30d', '1mo', '5h', '90s', 'monthly', 'soon', null, 5);
const anything = fc.oneof(
  { depthSize: 'small' },
  fc.constantFrom<unknown>(null, true, 'text', 3, [], {}),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('key', 'other'), fc.constantFrom<unknown>('value', 1), { maxKeys: 2 })
);

function section(
  known: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  requiredKeys: string[] = []
): fc.Arbitrary<Record<string, unknown>> {
  const more = fc.dictionary(fc.constantFrom('unheard_of', 'set_verbose', 'a.b', 'x[0]'), anything, { maxKeys: 2 });
  return fc.tuple(fc.record(known, { requiredKeys }), more).map(([some, others]) => ({ ...others, ...some }));
}

const address = mostly(
  fc.constantFrom(
    'https://x.openai.azure.com/',
    'https://x.openai.azure.com/openai/deployments/y',
    'http://vllm:8000/v1',
    'os.environ/SOME_BASE',
    `https://user:${SECRET}0@host/v1`,
    `https://host/v1?key=${SECRET}1`,
    '',
    null
  ),
  fc.constant('nowhere')
);

const litellmParams = section(
  {
    model: mostly(
      fc.constantFrom(
        'openai/gpt-4o',
        'gpt-4o',
        'azure/mine',
        'groq/llama',
        'claude-x',
        'bedrock/eu.anthropic.x',
        'cohere/command',
        'huggingface/together/a/b',
        'openrouter/auto',
        'fireworks_ai/z'
      ),
      fc.constantFrom<unknown>(
        'vertex_ai/y',
        'openai/*',
        'hosted_vllm/q',
        'who/what',
        'openai/responses/x',
        'os.environ/M',
        null
      )
    ),
    custom_llm_provider: mostly(fc.constant(null), fc.constantFrom('openai', 'azure', 'weird')),
    api_base: address,
    api_key: secret,
    api_version: fc.constantFrom('2024-02-01', 'v1', 'os.environ/SOME_WORD', 'not one'),
    litellm_credential_name: mostly(fc.constantFrom('first', null), fc.constant('missing')),
    aws_access_key_id: mostly(fc.constant(null), secret),
    aws_secret_access_key: mostly(fc.constant(null), secret),
    aws_region_name: mostly(fc.constantFrom('eu-central-1', null, 'os.environ/SOME_WORD'), fc.constant('no region')),
    azure_ad_token: mostly(fc.constant(null), secret),
    drop_params: flag,
    rpm: number,
    tpm: number,
    weight: number,
    order: number,
    max_parallel_requests: number,
    timeout: number,
    stream_timeout: number,
    max_budget: number,
    budget_duration: duration,
    input_cost_per_token: number,
    output_cost_per_token: number,
    input_cost_per_token_above_200k_tokens: number,
    output_cost_per_image: number,
    temperature: number,
    extra_headers: fc.constant({ 'x-token': `${SECRET}2` }),
  },
  ['model']
);
const entry = section(
  {
    model_name: modelName,
    litellm_params: litellmParams,
    model_info: section({
      id: fc.constant('x'),
      mode: fc.constant('chat'),
      output_cost_per_token: number,
      blocked: mostly(fc.constant(false), flag),
    }),
    tpm: number,
  },
  ['model_name', 'litellm_params']
);

const target = fc.oneof(modelName, fc.record({ model: modelName, temperature: number }, { requiredKeys: ['model'] }));
const chain = fc.array(
  fc.oneof(fc.dictionary(modelName, fc.oneof(fc.array(target, { maxLength: 3 }), target)), modelName),
  {
    maxLength: 3,
  }
);
const strategy = fc.constantFrom<unknown>('simple-shuffle', 'least-busy', 'usage-based-routing-v2', 'lar1', null);
const budget = section({
  max_budget: number,
  budget_duration: duration,
  budget_limit: number,
  time_period: duration,
  rpm_limit: number,
});

const router = {
  routing_strategy: strategy,
  routing_groups: fc.array(
    section({ group_name: modelName, models: fc.array(modelName, { maxLength: 2 }), routing_strategy: strategy }),
    { maxLength: 2 }
  ),
  num_retries: number,
  retry_after: number,
  allowed_fails: number,
  cooldown_time: number,
  disable_cooldowns: flag,
  timeout: number,
  stream_timeout: number,
  fallbacks: chain,
  context_window_fallbacks: chain,
  content_policy_fallbacks: chain,
  default_fallbacks: fc.array(target, { maxLength: 2 }),
  model_group_alias: fc.dictionary(modelName, fc.oneof(modelName, fc.record({ model: modelName, hidden: flag }))),
  provider_budget_config: fc.dictionary(fc.constantFrom('openai', 'azure', 'groq', 'nobody'), budget),
  optional_pre_call_checks: fc.array(fc.constantFrom('prompt_caching', 'enforce_model_rate_limits', 'unheard_of')),
  enable_pre_call_checks: flag,
  redis_host: secret,
  redis_password: secret,
};

const litellmConfig: fc.Arbitrary<Mapping> = section(
  {
    model_list: fc.array(entry, { minLength: 1, maxLength: 8 }),
    router_settings: section(router),
    litellm_settings: section({
      ...router,
      callbacks: fc.array(fc.constantFrom('prometheus', 'langfuse')),
      require_auth_for_metrics_endpoint: flag,
      request_timeout: number,
      default_key_generate_params: budget,
      default_team_params: budget,
      max_internal_user_budget: number,
      internal_user_budget_duration: duration,
      cache_params: section({ host: secret, password: secret }),
    }),
    general_settings: section({
      master_key: secret,
      database_url: fc.constant(`postgresql://user:${SECRET}3@db/litellm`),
      alerting: fc.array(fc.constantFrom('webhook', 'slack')),
      enable_jwt_auth: flag,
      litellm_jwtauth: section({ user_id_jwt_field: fc.constant('sub'), team_id_jwt_field: modelName }),
      max_parallel_requests: number,
      global_max_parallel_requests: number,
      max_queued_requests_per_worker: number,
      max_request_size_mb: number,
      background_health_checks: flag,
      health_check_interval: number,
      store_prompts_in_spend_logs: flag,
      maximum_spend_logs_retention_period: duration,
    }),
    environment_variables: fc.dictionary(fc.constantFrom('A_KEY', 'REDIS_HOST'), secret),
    credential_list: fc.constant([
      { credential_name: 'first', credential_values: { api_key: `${SECRET}1`, api_version: 'x' }, credential_info: {} },
    ]),
    guardrails: fc.constant([{ guardrail_name: 'pii' }]),
  },
  ['model_list']
);

function holds(check: (input: Mapping, imported: Imported) => void): void {
  fc.assert(
    fc.property(litellmConfig, (input) => check(input, importLitellm(input))),
    { numRuns: 100 }
  );
}

test('every setting of the file is kept, or is told of in the report', () => {
  holds((input, { findings }) => {
    const told = new Set(findings.map(({ path }) => keyName(path)));
    const lost = [...leavesOf(input)].filter(
      (leaf) => !leaf.some((_part, index) => told.has(keyName(leaf.slice(0, index + 1))))
    );
    expect(lost.filter(({ length }) => length > 0)).toEqual([]);
  });
});

test('nothing is told of that is not in the file, and nothing twice', () => {
  holds((input, { findings }) => {
    const paths = findings.map(({ path }) => keyName(path));
    expect(findings.filter(({ path }) => valueAt(input, path) === undefined)).toEqual([]);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
});

test('what is said to be kept stands where it is said to stand', () => {
  holds((_input, { config, models, findings }) => {
    const missing = findings.filter(
      ({ outcome, to }) => outcome === 'kept' && valueAt(config, pathOf(to ?? '')) === undefined
    );
    expect(models.length === 0 ? [] : missing).toEqual([]);
  });
});

test('our own loader takes the result, once its variables are set', () => {
  holds((_input, { config, models, variables }) => {
    if (models.length > 0) {
      const env = Object.fromEntries(variables.map(({ name, sample }) => [name, sample]));
      const loaded = parseConfig(toYaml(config, 'test'), 'test.yaml', env as NodeJS.ProcessEnv);
      expect(loaded.models.map(({ name }) => name)).toEqual(models.map(({ name }) => name));
    }
  });
});

test('no secret is in the result or in the report', () => {
  holds((input, imported) => {
    expect(toYaml(imported.config, 'test')).not.toContain(SECRET);
    expect(renderReport('config.yaml', input, imported)).not.toContain(SECRET);
  });
});

/** `models[0].deployments[1].weight` in parts. */
function pathOf(text: string): KeyPath {
  return [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    name !== undefined ? name : Number(index)
  );
}
