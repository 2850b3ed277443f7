import { findProvider } from '@pydantic/genai-prices';

import { headerMap, parametersOf } from '../../../tests/support/dialects.js';
import { parseConfig } from '../config/load.js';
import type { ProviderConfig } from '../config/schema.js';
import { createProvider } from './createProviders.js';
import type { Provider } from './provider.js';

const SETTINGS = { simulatorOrigin: undefined, dropUnsupported: false };

/** A provider as a configuration file has it. */
function configured(fields: object): ProviderConfig {
  const file = JSON.stringify({
    providers: [{ name: 'p', api_key: 'the-key', ...fields }],
    models: [{ name: 'm', deployments: [{ provider: 'p', model: 'its-model' }] }],
  });
  return parseConfig(file, 'gateway.yaml', {}).providers[0] as ProviderConfig;
}

const opened: Provider[] = [];

function provider(fields: object): Provider {
  const made = createProvider(configured(fields), SETTINGS);
  opened.push(made);
  return made;
}

afterAll(() => Promise.all(opened.map(({ upstream }) => upstream.pool.close())));

async function chat({ services }: Provider, body: Record<string, unknown> = {}) {
  const parameters = parametersOf(body);
  const bytes = Buffer.from(JSON.stringify(parameters.body));
  const call = await services.chat?.call({ parameters, body: bytes }, 'its-model');
  return { path: call?.path, headers: headerMap(call?.headers ?? []), json: JSON.parse(String(call?.body)) as unknown };
}

const BEARER = { authorization: 'Bearer the-key' };

test.each<[object, string, string, Record<string, string>]>([
  [{ type: 'openai' }, 'api.openai.com', '/v1/chat/completions', BEARER],
  [{ type: 'groq' }, 'api.groq.com', '/openai/v1/chat/completions', BEARER],
  [{ type: 'mistral' }, 'api.mistral.ai', '/v1/chat/completions', BEARER],
  [{ type: 'deepseek' }, 'api.deepseek.com', '/chat/completions', BEARER],
  [
    { type: 'openrouter', site_url: 'https://example.org', app_name: 'My app' },
    'openrouter.ai',
    '/api/v1/chat/completions',
    { ...BEARER, 'http-referer': 'https://example.org', 'x-title': 'My app' },
  ],
  [{ type: 'together' }, 'api.together.xyz', '/v1/chat/completions', BEARER],
  [{ type: 'huggingface' }, 'router.huggingface.co', '/v1/chat/completions', BEARER],
  [{ type: 'cohere' }, 'api.cohere.com', '/v2/chat', BEARER],
  [{ type: 'vllm', base_url: 'http://gpu:8000/v1' }, 'gpu', '/v1/chat/completions', BEARER],
  [{ type: 'ollama' }, '127.0.0.1', '/v1/chat/completions', BEARER],
  [{ type: 'openai-compatible', base_url: 'http://own/v1/' }, 'own', '/v1/chat/completions', BEARER],
  [
    { type: 'gemini' },
    'generativelanguage.googleapis.com',
    '/v1beta/models/its-model:generateContent',
    { 'x-goog-api-key': 'the-key' },
  ],
  [
    { type: 'anthropic' },
    'api.anthropic.com',
    '/v1/messages',
    { 'x-api-key': 'the-key', 'anthropic-version': '2023-06-01' },
  ],
  [{ type: 'anthropic', base_url: 'http://own/anthropic/v1/' }, 'own', '/anthropic/v1/messages', {}],
  [
    { type: 'bedrock', region: 'eu-central-1' },
    'bedrock-runtime.eu-central-1.amazonaws.com',
    '/model/its-model/converse',
    BEARER,
  ],
  [
    { type: 'azure', base_url: 'https://own.openai.azure.com' },
    'own.openai.azure.com',
    '/openai/v1/chat/completions',
    { 'api-key': 'the-key' },
  ],
  [
    { type: 'azure', base_url: 'https://own.openai.azure.com/openai/v1' },
    'own.openai.azure.com',
    '/openai/v1/chat/completions',
    { 'api-key': 'the-key' },
  ],
  [
    { type: 'azure', base_url: 'https://own.openai.azure.com', api_version: '2024-10-21' },
    'own.openai.azure.com',
    '/openai/deployments/its-model/chat/completions?api-version=2024-10-21',
    { 'api-key': 'the-key' },
  ],
  [
    { type: 'azure', base_url: 'https://own.openai.azure.com', azure_ad_token: 'token' },
    'own.openai.azure.com',
    '/openai/v1/chat/completions',
    { authorization: 'Bearer token' },
  ],
])('%j is asked at %s%s', async (fields, host, path, headers) => {
  const made = provider(fields);
  const call = await chat(made);
  expect({ host: made.upstream.address, path: call.path }).toEqual({ host, path });
  expect(call.headers).toMatchObject(headers);
  const credentials = Object.values(call.headers).filter((value) => /the-key|token/.test(value));
  expect(credentials).toHaveLength(1);
});

test('OpenRouter is asked what it took for the answer', async () => {
  const { json } = await chat(provider({ type: 'openrouter' }));
  expect(json).toMatchObject({ model: 'its-model', usage: { include: true } });
});

test.each([
  ['groq', ['chat', 'responses', 'speech', 'transcriptions']],
  ['deepseek', ['chat']],
  ['mistral', ['chat', 'embeddings', 'moderations', 'transcriptions']],
  ['cohere', ['chat', 'embeddings', 'rerank']],
  ['gemini', ['chat', 'embeddings']],
  ['ollama', ['chat', 'completions', 'embeddings', 'responses']],
])('%s can do %j', (type, operations) => {
  expect(Object.keys(provider({ type }).services).sort()).toEqual(operations);
});

test('a field that a provider does not know is refused by name, or dropped and told', async () => {
  await expect(chat(provider({ type: 'groq' }), { logprobs: true })).rejects.toMatchObject({ param: 'logprobs' });
  const { json } = await chat(provider({ type: 'groq', drop_unsupported: true }), { logprobs: true });
  expect(json).not.toHaveProperty('logprobs');
});

test('what is asked at a provider without credentials fails and says what is missing', async () => {
  const environment = { ...process.env };
  Object.assign(process.env, {
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SHARED_CREDENTIALS_FILE: '/none',
    AWS_CONFIG_FILE: '/none',
  });
  const made = provider({ type: 'bedrock', region: 'eu-central-1', api_key: undefined });
  await expect(chat(made)).rejects.toMatchObject({
    type: 'provider_authentication_error',
    code: 'provider_credential_missing',
  });
  process.env = environment;
});

test.each(['openai', 'azure', 'gemini', 'bedrock', 'groq', 'mistral', 'deepseek', 'openrouter', 'together', 'cohere'])(
  'the price list of %s is known',
  (type) => {
    const needed = { azure: { base_url: 'https://own.openai.azure.com' }, bedrock: { region: 'eu-central-1' } };
    const { prices } = configured({ type, ...needed[type as 'azure'] });
    expect(findProvider({ providerId: prices ?? '' })?.id).toBe(prices);
  }
);

test.each([
  [{ type: 'vllm' }, 'providers[0].base_url: is missing'],
  [{ type: 'azure' }, 'providers[0].base_url: is missing'],
  [{ type: 'bedrock' }, 'providers[0].region: is missing'],
  [{ type: 'azure', base_url: 'https://a', azure_ad_token: 'a b' }, 'no header can carry'],
  [{ type: 'groq', region: 'x' }, 'providers[0].region: is not a known key'],
])('%j is refused by the configuration', (fields, message) => {
  expect(() => configured(fields)).toThrow(message);
});

test.each<[object, number, object, object]>([
  [
    { type: 'azure', base_url: 'https://own.openai.azure.com' },
    400,
    {
      error: {
        message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        type: null,
        param: 'prompt',
        code: 'content_filter',
        status: 400,
        innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: { hate: { filtered: true } } },
      },
    },
    { status: 400, type: 'content_policy_violation', param: 'prompt', code: 'content_filter' },
  ],
  [{ type: 'huggingface' }, 404, { error: 'Model not found' }, { status: 404, message: 'Model not found' }],
  [
    { type: 'vllm', base_url: 'http://gpu:8000/v1' },
    400,
    { object: 'error', message: "This model's maximum context length is 4096 tokens.", param: null, code: 400 },
    { status: 400, type: 'context_window_exceeded' },
  ],
  [
    { type: 'openrouter' },
    402,
    { error: { code: 402, message: 'Insufficient credits' } },
    { status: 502, type: 'provider_authentication_error' },
  ],
  [
    { type: 'groq' },
    429,
    { error: { message: 'Rate limit reached', type: 'tokens', code: 'rate_limit_exceeded' } },
    { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded', retryAfterSeconds: 7 },
  ],
  [
    { type: 'ollama' },
    404,
    { error: { message: 'model "x" not found', type: 'not_found_error' } },
    { status: 404, type: 'not_found_error', message: 'model "x" not found' },
  ],
])('%j: status %d %j is told as %j', (fields, status, body, expected) => {
  const bytes = Buffer.from(JSON.stringify(body));
  const error = provider(fields).readError({ kind: 'whole', status, headers: { 'retry-after': '7' }, body: bytes });
  expect(error).toMatchObject(expected);
});
