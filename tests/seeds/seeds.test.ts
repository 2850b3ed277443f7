import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { alertPacks } from '../../catalogue/src/alerts/packs.js';
import { dialects } from '../../catalogue/src/dialects/index.js';
import seedNames from '../../catalogue/src/dialects/seedNames.json';
import { TestGateway } from '../support/gateway.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';
import type { RawUpstream } from '../support/rawUpstream.js';
import type { Sample } from '../support/samples.js';
import { startDetailedUpstream } from './detailedUpstream.js';
import { askForEverything, configuration } from './traffic.js';

/** Byte for byte what the users of LiteLLM have. */
const DASHBOARD = join(__dirname, '../fixtures/litellm-prod-v2-dashboard.json');
const SECONDS = 1000;

/** Families that this traffic gives no series, and why. */
const WITHOUT_SERIES: Readonly<Record<string, string>> = {
  litellm_budget_resets_total: 'no budget begins anew in these seconds',
};

const withPrometheus = hasPrometheus() ? describe : describe.skip;

withPrometheus('with a real Prometheus (skipped where there is none on PATH)', () => {
  let upstream: RawUpstream;
  let gateway: TestGateway;
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    upstream = await startDetailedUpstream();
    gateway = await TestGateway.start(configuration(`${upstream.url}/v1`));
    // A series that is new has no value before, which a rate would need: here each has one.
    await askForEverything(gateway);
    prometheus = await TestPrometheus.start(gateway);
    for (let times = 0; times < 3; times++) {
      await prometheus.scrapedAfter(Date.now());
      await askForEverything(gateway);
    }
    await prometheus.scrapedAfter(Date.now());
  }, 90 * SECONDS);

  afterAll(async () => {
    await prometheus.remove();
    await gateway.remove();
    await upstream.stop();
  });

  const expressions = expressionsOf(JSON.parse(readFileSync(DASHBOARD, 'utf8')));

  test('the dashboard has its eight panels', () => {
    expect(expressions).toHaveLength(8);
  });

  test.each(expressions)('LiteLLM Prod v2, unmodified: %s', async (expression) => {
    const samples = await prometheus.query(expression);
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every(({ value }) => Number.isFinite(value))).toBe(true);
    expect(samples.some(({ value }) => value > 0)).toBe(true);
  });

  test('its panels split by what LiteLLM splits by', async () => {
    const by = async (expression: string, label: string) =>
      (await prometheus.query(expression)).map(({ labels }) => labels[label]);
    const [total = '', failed = ''] = expressions;
    expect(await by(`${total} by (api_key_alias)`, 'api_key_alias')).toEqual(
      expect.arrayContaining(['backend', 'notebook'])
    );
    expect(await by(`${total} by (team_alias)`, 'team_alias')).toEqual(
      expect.arrayContaining(['platform', 'research'])
    );
    expect(await by(failed, 'exception_class')).toEqual(expect.arrayContaining(['RateLimitError']));
  });

  describe.each(Object.entries(seedNames))('%s', (_seed, { names }) => {
    test.each(Object.entries<string[]>(names).filter(([name]) => WITHOUT_SERIES[name] === undefined))(
      '%s has data',
      async (name, labels) => {
        const samples = await prometheus.query(name);
        expect(samples.length).toBeGreaterThan(0);
        const [sample = { labels: {} }] = samples;
        expect(Object.keys(sample.labels)).toEqual(expect.arrayContaining(labels));
        // A gauge may well be 0: nothing runs any more, no breaker is open.
        if (/_(total|bucket|sum|count|usd)$/.test(name)) {
          expect(samples.some(({ value }) => value > 0)).toBe(true);
        }
      }
    );
  });

  test('what the gateway refused is no provider’s error', async () => {
    const errors = (await prometheus.query('litellm_errors_total')).map(({ labels }) => labels['provider']);
    expect(errors).toEqual(expect.arrayContaining(['broken', 'groq']));
    expect(errors).not.toContain('None');
    const refused = await prometheus.query('sum(litellm_request_errors_total{provider="None"})');
    expect(refused[0]?.value).toBeGreaterThan(0);
  });

  test.each(dialects.map((dialect) => [dialect.name, dialect] as const))(
    'every family of %s has series, but those of which it is said why not',
    async (_name, { views }) => {
      const without: string[] = [];
      for (const { name, type } of views) {
        const samples = await prometheus.query(`count(${type === 'histogram' ? `${name}_bucket` : name})`);
        if (samples.length === 0) {
          without.push(name);
        }
      }
      expect(without).toEqual(views.map(({ name }) => name).filter((name) => WITHOUT_SERIES[name] !== undefined));
    }
  );

  test.each([
    ['litellm-monitoring-setup', 'LiteLLMHighErrorRate', {}],
    ['litellm-monitoring-setup', 'LiteLLMModelFailures', { model: 'llama' }],
    ['litellm-monitoring-setup', 'LiteLLMGroqProviderDown', { provider: 'groq' }],
    ['litellm-monitoring-setup', 'LiteLLMProviderDown', { provider: 'broken' }],
    ['litellm-monitoring-setup', 'LiteLLMProviderRateLimited', { provider: 'groq' }],
    ['litellm-monitoring-guide', 'LitellmHighErrorRate', { provider: 'groq' }],
    ['llm-inference-gateway', 'LLMGatewayCriticalErrorRate', {}],
    ['llm-inference-gateway', 'LLMGatewayProviderUnhealthy', { provider: 'broken' }],
    ['llm-inference-gateway', 'LLMGatewayRateLimitErrors', { provider: 'groq' }],
  ])('%s: the condition of %s is met by these failures', async (pack, alert, labels) => {
    const alerts = alertPacks.find(({ name }) => name === pack)?.groups.flatMap((group) => group.alerts) ?? [];
    const samples = await prometheus.query(alerts.find(({ name }) => name === alert)?.expr ?? '');
    expect(samples.map((sample: Sample) => sample.labels)).toContainEqual(labels);
  });
});

/** Every PromQL expression in a dashboard, in the order of its panels. */
function expressionsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const own = 'expr' in part && typeof part.expr === 'string' ? [part.expr] : [];
  return [...own, ...Object.values(part).flatMap(expressionsOf)];
}
