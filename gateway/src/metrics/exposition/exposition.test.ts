import { type Dialect, type View, native, view } from '@llm-gateway/catalogue';

import { usageEvent } from '../../../../tests/support/usageEvent.js';
import { recordUsage } from '../recording/recordUsage.js';
import { type Metrics, createMetrics } from '../registry.js';
import { Exposition } from './exposition.js';
import type { Format } from './format.js';

const dialect = (...views: readonly View[]): Dialect => ({ name: 'test', none: 'None', views });

/** Lines of the exposition that are about a family. */
async function lines(metrics: Metrics, dialects: readonly Dialect[], name: string, format: Format = 'text') {
  const exposition = new Exposition({ metrics, native: true, dialects, observe: () => undefined });
  const text = Buffer.concat((await exposition.render(format)).pieces).toString();
  return text
    .split('\n')
    .filter((line) => line.replace(/^# (HELP|TYPE) /, '').startsWith(name))
    .filter((line) => !line.startsWith('# HELP'));
}

/** Metrics that count for these views, and the lines of theirs. */
function viewing(...views: readonly View[]) {
  const dialects = [dialect(...views)];
  const metrics = createMetrics({ dialects });
  const name = views[0]?.name ?? '';
  return { metrics, shown: (format?: Format) => lines(metrics, dialects, name, format) };
}

test('values are escaped, and numbers written as Prometheus reads them', async () => {
  const metrics = createMetrics();
  metrics.instruments.authFailures.inc({ reason: 'a "quoted" \\ and\nbroken' }, 3);
  metrics.instruments.budgetExhaustionSeconds.set({ budget: 'b', kind: 'key', subject: 's' }, Infinity);
  expect(await lines(metrics, [], native.authFailures.name)).toEqual([
    '# TYPE llm_gateway_auth_failures_total counter',
    'llm_gateway_auth_failures_total{reason="a \\"quoted\\" \\\\ and\\nbroken"} 3',
  ]);
  expect((await lines(metrics, [], native.budgetExhaustionSeconds.name)).at(-1)).toMatch(/ \+Inf$/);
});

test('a histogram is cumulative, with sum and count', async () => {
  const metrics = createMetrics();
  recordUsage(metrics)(usageEvent({ queuedMs: 20 }));
  recordUsage(metrics)(usageEvent({ queuedMs: 70_000 }));
  const shown = await lines(metrics, [], native.queueDuration.name);
  const counted = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30].map(
    (le) => `llm_gateway_queue_seconds_bucket{model="gpt-4o",le="${le}"} ${le < 0.02 ? 0 : 1}`
  );
  expect(shown).toEqual([
    '# TYPE llm_gateway_queue_seconds histogram',
    ...counted,
    'llm_gateway_queue_seconds_bucket{model="gpt-4o",le="+Inf"} 2',
    'llm_gateway_queue_seconds_sum{model="gpt-4o"} 70.02',
    'llm_gateway_queue_seconds_count{model="gpt-4o"} 2',
  ]);
});

describe('OpenMetrics', () => {
  test('names a counter without _total, and ends', async () => {
    const metrics = createMetrics();
    metrics.instruments.authFailures.inc({ reason: 'missing_key' });
    expect(await lines(metrics, [], 'llm_gateway_auth_failures', 'openmetrics')).toEqual([
      '# TYPE llm_gateway_auth_failures counter',
      'llm_gateway_auth_failures_total{reason="missing_key"} 1',
    ]);
    const exposition = new Exposition({ metrics, native: true, dialects: [], observe: () => undefined });
    const { contentType, pieces } = await exposition.render('openmetrics');
    expect(contentType).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(Buffer.concat(pieces).toString()).toMatch(/\n# EOF\n$/);
  });

  test('has no counters but those: what counts under another name is of unknown type', async () => {
    const counts = view({ name: 'x_requests', type: 'counter', help: 'X.', from: native.authFailures, labels: {} });
    const { metrics, shown } = viewing(counts);
    metrics.instruments.authFailures.inc({ reason: 'missing_key' });
    expect(await shown('openmetrics')).toEqual(['# TYPE x_requests unknown', 'x_requests 1']);
    expect(await shown('text')).toEqual(['# TYPE x_requests counter', 'x_requests 1']);
  });

  test('names the request and the trace of an observation in each bucket; the text format does not', async () => {
    const metrics = createMetrics();
    const record = recordUsage(metrics);
    const time = Date.UTC(2026, 10, 2);
    record(usageEvent({ id: 'req_a', time, durationMs: 500, queuedMs: 20, traceId: 'abc' }));
    record(usageEvent({ id: 'req_b', time, durationMs: 500, queuedMs: 70_000 }));
    record(usageEvent({ id: 'req_c', time, durationMs: 1_500, queuedMs: 30, traceId: 'def' }));
    const shown = await lines(metrics, [], 'llm_gateway_queue_seconds_bucket', 'openmetrics');
    const at = time / 1000;
    expect(shown.filter((line) => line.includes('#'))).toEqual([
      `llm_gateway_queue_seconds_bucket{model="gpt-4o",le="0.05"} 2 # {request_id="req_c",trace_id="def"} 0.03 ${at + 1.5}`,
      `llm_gateway_queue_seconds_bucket{model="gpt-4o",le="+Inf"} 3 # {request_id="req_b"} 70 ${at + 0.5}`,
    ]);
    expect((await lines(metrics, [], 'llm_gateway_queue_seconds_bucket')).join()).not.toContain('#');
  });
});

describe('a view', () => {
  const counter = { name: 'x_total', type: 'counter', help: 'X.', from: native.refusals } as const;

  test('has its own labels, words and fixed texts; equal series become one, exactly', async () => {
    const words = { usd: 'money', none: 'nothing' };
    const { metrics, shown } = viewing(
      view({ ...counter, labels: { group: 'team', what: { from: 'unit', words }, route: { fixed: '/v1' } } })
    );
    const { refusals } = metrics.instruments;
    refusals.inc({ rule: 'a', unit: 'usd', team: 'none' }, 2);
    refusals.inc({ rule: 'b', unit: 'usd', team: 'none' }, 3);
    refusals.inc({ rule: 'b', unit: 'tokens', team: 't' });
    refusals.inc({ rule: 'b', unit: 'none', team: 't' });
    for (let scrape = 0; scrape < 2; scrape++) {
      expect(await shown()).toEqual([
        '# TYPE x_total counter',
        'x_total{group="None",what="money",route="/v1"} 5',
        'x_total{group="t",what="tokens",route="/v1"} 1',
        'x_total{group="t",what="nothing",route="/v1"} 1',
      ]);
    }
  });

  test('shows only what it is about', async () => {
    const { metrics, shown } = viewing(
      view({ ...counter, labels: { rule: 'rule' }, where: { unit: ['usd', 'tokens'] }, except: { team: ['none'] } })
    );
    const { refusals } = metrics.instruments;
    refusals.inc({ rule: 'a', unit: 'usd', team: 't' });
    refusals.inc({ rule: 'b', unit: 'parallel', team: 't' });
    refusals.inc({ rule: 'c', unit: 'tokens', team: 'none' });
    expect(await shown()).toEqual(['# TYPE x_total counter', 'x_total{rule="a"} 1']);
  });

  test('adds up money in nano-dollars before it is shown in dollars', async () => {
    const { metrics, shown } = viewing(view({ ...counter, from: native.cost, labels: {} }));
    const record = recordUsage(metrics);
    for (let index = 0; index < 10; index++) {
      record(usageEvent({ key: `k${index}`, cost: { nanoUsd: 100_000_001, source: 'config' } }));
    }
    expect(await shown()).toEqual(['# TYPE x_total counter', 'x_total 1.00000001']);
  });

  test.each([
    ['sum', 3],
    ['max', 2],
    ['min', 1],
  ] as const)('makes one of gauges by their %s', async (combine, expected) => {
    const { metrics, shown } = viewing(
      view({ name: 'x', type: 'gauge', help: 'X.', from: native.activeRequests, labels: {}, combine })
    );
    metrics.instruments.activeRequests.set({ provider: 'a' }, 1);
    metrics.instruments.activeRequests.set({ provider: 'b' }, 2);
    expect(await shown()).toEqual(['# TYPE x gauge', `x ${expected}`]);
  });

  test('has a gauge’s values in other numbers, or another unit', async () => {
    const health = { type: 'gauge', help: 'X.', from: native.providerHealth, labels: { p: 'provider' } } as const;
    const { metrics, shown } = viewing(
      view({ ...health, name: 'x_state', values: { 1: 0, 0: 2 } }),
      view({ ...health, name: 'x_state_percent', scale: 100 })
    );
    metrics.instruments.providerHealth.set({ provider: 'a' }, 1);
    metrics.instruments.providerHealth.set({ provider: 'b' }, 0);
    expect((await shown()).filter((line) => !line.startsWith('#'))).toEqual([
      'x_state{p="a"} 0',
      'x_state{p="b"} 2',
      'x_state_percent{p="a"} 100',
      'x_state_percent{p="b"} 0',
    ]);
  });

  test('counts a histogram’s observations, or adds them up', async () => {
    const queue = { type: 'counter', help: 'X.', from: native.queueDuration, labels: {} } as const;
    const { metrics, shown } = viewing(
      view({ ...queue, name: 'x_total', part: 'count' }),
      view({ ...queue, name: 'x_total_seconds_total', part: 'sum' })
    );
    const record = recordUsage(metrics);
    [20, 30].forEach((queuedMs) => record(usageEvent({ queuedMs })));
    expect((await shown()).filter((line) => !line.startsWith('#'))).toEqual([
      'x_total 2',
      'x_total_seconds_total 0.05',
    ]);
  });

  test('may have bounds of its own, which the native family counts at and does not show', async () => {
    const buckets = [0.02, 0.05, 40];
    const queue = view({ name: 'x', type: 'histogram', help: 'X.', from: native.queueDuration, labels: {}, buckets });
    const { metrics, shown } = viewing(queue);
    const record = recordUsage(metrics);
    [15.625, 31.25, 35_000, 50_000].forEach((queuedMs, index) => record(usageEvent({ queuedMs, model: `m${index}` })));
    expect(await shown()).toEqual([
      '# TYPE x histogram',
      'x_bucket{le="0.02"} 1',
      'x_bucket{le="0.05"} 2',
      'x_bucket{le="40"} 3',
      'x_bucket{le="+Inf"} 4',
      'x_sum 85.046875',
      'x_count 4',
    ]);
    const own = await lines(metrics, [], 'llm_gateway_queue_seconds_bucket{model="m0"');
    expect(own).toHaveLength((native.queueDuration.buckets?.length ?? 0) + 1);
    expect(own.join()).not.toContain('le="0.02"');
    expect(own).toContain('llm_gateway_queue_seconds_bucket{model="m0",le="0.05"} 1');
    expect(own).toContain('llm_gateway_queue_seconds_bucket{model="m0",le="0.01"} 0');
  });

  test('of a family that is off is off too', async () => {
    const dialects = [dialect(view({ ...counter, labels: {} }))];
    const metrics = createMetrics({ dialects, off: [native.refusals.name] });
    expect(await lines(metrics, dialects, 'x_total')).toEqual([]);
  });
});
