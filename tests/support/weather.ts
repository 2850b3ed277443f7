import { LLMock } from '@copilotkit/aimock';

import type { RequestRow } from '../../gateway/src/store/schema.js';
import { Endless } from './endless.js';
import { TestGateway, configuration } from './gateway.js';
import { until } from './until.js';

/** What the models of `WeatherProviders` say, and what they were told. */
export const GREETING = 'Hello! How can I help you today?';
export const REPORT = 'It is 23 °C in Kraków and 19 °C in Gdańsk.';
export const THOUGHT = 'A riddle: let me think about it.';
export const CITIES = ['Kraków', 'Gdańsk'] as const;
/** An answer in JSON. */
export const PERSON = { name: 'Ada', age: 36 };
export const USAGE = { input: 21, output: 13 };
/** Models that fail, by the status of their providers. */
export const FAILING = [400, 429, 500, 529] as const;

export const PERSON_SCHEMA = {
  type: 'object' as const,
  properties: { name: { type: 'string' as const }, age: { type: 'integer' as const } },
  required: ['name', 'age'],
  additionalProperties: false as const,
};
export const WEATHER_SCHEMA = {
  type: 'object' as const,
  properties: { city: { type: 'string' as const } },
  required: ['city'],
};

/**
 * A foreign mock that speaks the wire formats of OpenAI and Anthropic, behind a gateway. The models `gpt` and `claude`
 * answer the same: they greet, ask for the weather of two cities at once, report it, think about riddles, and tell of a
 * person in JSON; `simulated` is our own simulator. `gpt-429`, `claude-529` and so on fail with that
 * status; `gpt-endless` and `claude-endless` go on until the client leaves. `gpt-own` has OpenAI's other APIs as well.
 */
export class WeatherProviders {
  private constructor(
    readonly mock: LLMock,
    private readonly endless: Endless,
    readonly gateway: TestGateway
  ) {}

  static async start(): Promise<WeatherProviders> {
    const mock = new LLMock({ port: 0, chunkSize: 7 });
    script(mock);
    await mock.start();
    const endless = await Endless.start();
    const gateway = await TestGateway.start(configuration(config(mock.url, endless.url)));
    return new WeatherProviders(mock, endless, gateway);
  }

  /**
   * Has a client leave an endless model and waits until its provider has seen that; then, the last row of the ledger.
   * @param leave asks and leaves in the middle
   */
  async departure(model: string, leave: () => Promise<unknown>): Promise<RequestRow | undefined> {
    const before = (await this.gateway.rows(model)).length;
    await leave();
    return (await this.departures(model, before + 1)).at(-1);
  }

  /** The ledger's rows of an endless model once its provider has seen so many who asked for it leave. */
  async departures(model: string, count: number): Promise<readonly RequestRow[]> {
    await until(() => Promise.resolve(this.endless.departures(model) >= count));
    await until(async () => (await this.gateway.rows(model)).length >= count);
    return this.gateway.rows(model);
  }

  async stop(): Promise<void> {
    await this.gateway?.remove();
    await this.mock?.stop();
    await this.endless?.stop();
  }
}

function script(mock: LLMock): void {
  for (const status of FAILING) {
    const error = { message: `It says ${status}.`, type: 'some_error' };
    mock.on({ model: new RegExp(`-${status}$`) }, { error, status, retryAfter: 1 });
  }
  const usage = { prompt_tokens: USAGE.input, completion_tokens: USAGE.output, total_tokens: 34 };
  const counted = { usage: { ...usage, input_tokens: USAGE.input, output_tokens: USAGE.output } };
  mock.on({ hasToolResult: true }, { content: REPORT, ...counted });
  mock.onMessage(/weather/, {
    content: 'I look.',
    toolCalls: CITIES.map((city, index) => ({
      id: `call_${index}`,
      name: 'get_weather',
      arguments: JSON.stringify({ city }),
    })),
    ...counted,
  });
  mock.onMessage(/riddle/, { content: 'A shadow.', reasoning: THOUGHT, reasoningSignature: 'signed', ...counted });
  mock.onMessage(/person/, { content: JSON.stringify(PERSON), ...counted });
  mock.onMessage(/.*/, { content: GREETING, ...counted });
}

function config(url: string, endless: string): string {
  const upstreams = [
    ['gpt', 'openai', 'gpt-4o'],
    ['claude', 'anthropic', 'claude-sonnet-4-5'],
  ] as const;
  const models = upstreams.flatMap(([name, provider, model]) => [
    `  - { name: ${name}, deployments: [{ provider: ${provider}, model: ${model} }] }`,
    ...FAILING.map(
      (what) => `  - { name: ${name}-${what}, deployments: [{ provider: ${provider}, model: ${model}-${what} }] }`
    ),
    `  - { name: ${name}-endless, deployments: [{ provider: ${provider}-endless, model: ${name}-endless }] }`,
  ]);
  return `
routing: { max_attempts: 1 }
providers:
  - { name: openai, type: openai-compatible, base_url: "${url}/v1", api_key: upstream-key }
  - { name: anthropic, type: anthropic, base_url: "${url}", api_key: upstream-key }
  - { name: openai-own, type: openai, base_url: "${url}/v1", api_key: upstream-key }
  - { name: openai-endless, type: openai-compatible, base_url: "${endless}/v1", api_key: upstream-key }
  - { name: anthropic-endless, type: anthropic, base_url: "${endless}", api_key: upstream-key }
  - name: demo
    type: simulator
    simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 24 }
models:
  - { name: gpt-own, deployments: [{ provider: openai-own, model: gpt-4o }] }
  - { name: simulated, deployments: [{ provider: demo, model: gpt-4o-mini }] }
${models.join('\n')}
`;
}
