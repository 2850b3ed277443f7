import { CLIENT_KEY, type TestGateway } from '../support/gateway.js';

/** A second key: of a user, and with few requests a minute. */
const LIMITED_KEY = 'limited-client-key';

const simulated = (name: string, prices: string, behaviour: string) =>
  `  - { name: ${name}, type: simulator, ${prices} simulator: { latency_ms: 5, output_tokens: 30, tokens_per_second: 2000, ${behaviour} } }`;

const model = (name: string, deployment: string, more = '') =>
  `  - { name: ${name}, deployments: [{ ${deployment} }]${more} }`;

/** A gateway under all dialects whose providers do well, badly, and not at all. @param upstream url of one more */
export function configuration(upstream: string): string {
  return `
server: { port: 0 }
keys:
  - { name: backend, key: ${CLIENT_KEY}, team: platform }
  - { name: notebook, key: ${LIMITED_KEY}, team: research, user: ada }
teams: [{ name: platform }, { name: research }]
users: [{ name: ada }]
providers:
${simulated('openai', 'prices: openai,', 'rate_limit: { requests_per_minute: 100000, tokens_per_minute: 10000000 }')}
${simulated('azure', 'prices: openai,', 'errors: [{ share: 0.5, status: 500 }]')}
${simulated('groq', 'prices: groq,', 'errors: [{ share: 1, status: 429, retry_after_seconds: 0 }]')}
${simulated('anthropic', 'prices: anthropic,', 'errors: [{ share: 1, status: 401 }]')}
${simulated('broken', 'prices: openai,', 'errors: [{ share: 1, status: 503 }]')}
  - { name: local, type: openai-compatible, base_url: "${upstream}", api_key: local-key }
models:
${model('gpt-4o', 'provider: openai, model: gpt-4o')}
${model('gpt-4o-mini', 'provider: azure, model: gpt-4o-mini', ', fallbacks: [gpt-4o]')}
${model('llama', 'provider: groq, model: llama-3.3-70b-versatile')}
${model('claude', 'provider: anthropic, model: claude-sonnet-4-5', ', fallbacks: [gpt-4o]')}
${model('broken', 'provider: broken, model: gpt-4o', ', fallbacks: [also-broken]')}
${model('also-broken', 'provider: broken, model: gpt-4o-mini')}
${model('detailed', 'provider: local, model: detailed')}
${model('repeated', 'provider: openai, model: gpt-4o-mini', ', cache: true')}
${model('one-at-a-time', 'provider: openai, model: gpt-4o-mini, max_concurrent: 1')}
budgets:
  - { name: key-day, key: backend, limit_usd: 100, period: daily }
  - { name: team-month, team: platform, limit_usd: 1000, period: monthly }
  - { name: user-day, user: ada, limit_usd: 10, period: daily }
  - { name: provider-day, provider: openai, limit_usd: 100, period: daily }
limits:
  - { name: key-minute, key: notebook, requests_per_minute: 8, tokens_per_minute: 100000 }
  - { name: team-minute, team: research, requests_per_minute: 1000 }
governance: { unpriced: allow }
routing: { backoff_ms: 1, health_check_ms: 0, breaker: { consecutive_failures: 20, min_requests: 10000 } }
ledger: { flush_ms: 10 }
metrics: { dialects: [native, litellm, inference-gateway, genai] }
`;
}

const STREAMED = ['gpt-4o', 'gpt-4o-mini', 'llama', 'claude', 'broken', 'repeated', 'one-at-a-time'];

/** Each model from both keys, with and without streaming, all at once. */
export async function askForEverything(gateway: TestGateway): Promise<void> {
  const asked = [CLIENT_KEY, LIMITED_KEY].flatMap((key) => [
    ...STREAMED.flatMap((name) => [true, false].map((stream) => ask(gateway, key, name, stream))),
    ask(gateway, key, 'detailed', false),
  ]);
  await Promise.all(asked);
}

async function ask(gateway: TestGateway, key: string, name: string, stream: boolean): Promise<void> {
  const response = await gateway.chat(
    { model: name, stream, messages: [{ role: 'user', content: `Hello ${name}` }] },
    { headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } }
  );
  await response.text();
}
