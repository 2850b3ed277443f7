import { parseConfig } from './load.js';

function problemsOf(simulator: string, models = '{}'): string {
  const text = `
providers:
  - name: demo
    type: simulator
    simulator: ${simulator}
    models: ${models}
models: [{ name: any, deployments: [{ provider: demo, model: any }] }]
`;
  try {
    parseConfig(text, 'gateway.yaml', {});
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test.each([
  '{ latency_ms: 200, latency_p95_ms: 200 }',
  '{ latency_ms: 0, latency_p95_ms: 0 }',
  // Adds up to 1.0000000000000002 in binary.
  '{ error_rate: 0.2, errors: [{ share: 0.4, status: 429 }, { share: 0.3, status: 500 }, { share: 0.1, status: 401 }] }',
  '{ outages: [{ every_seconds: 10, for_seconds: 10 }] }',
  '{ rate_limit: { tokens_per_minute: 100 } }',
])('%s is good', (simulator) => {
  expect(problemsOf(simulator)).toBe('');
});

test.each([
  [
    '{ latency_ms: 300, latency_p95_ms: 299 }',
    /^gateway\.yaml:5: .*simulator\.latency_p95_ms: must be at least latency_ms \(300\)/,
  ],
  ['{ latency_ms: 0, latency_p95_ms: 10 }', /simulator\.latency_p95_ms: needs a latency_ms above 0/],
  ['{ error_rate: 0.5, errors: [{ share: 0.51, status: 429 }] }', /simulator\.errors: the shares .* come to 1\.01;/],
  ['{ errors: [{ status: 429 }] }', /simulator\.errors\[0\]\.share: is missing/],
  ['{ errors: [{ share: 1, status: 200 }] }', /simulator\.errors\[0\]\.status: must be >= 400/],
  [
    '{ errors: [{ share: 1, status: 429, retry_after: 2 }] }',
    /errors\[0\]\.retry_after: is not a known key; .*retry_after_seconds/,
  ],
  [
    '{ outages: [{ every_seconds: 5, for_seconds: 6 }] }',
    /simulator\.outages\[0\]\.for_seconds: must be at most every_seconds \(5\)/,
  ],
  ['{ stall_rate: 1.1 }', /simulator\.stall_rate: must be <= 1/],
  ['{ rate_limit: {} }', /simulator\.rate_limit: must NOT have fewer than 1/],
])('%s is named', (simulator, problem) => {
  expect(problemsOf(simulator)).toMatch(problem);
});

test('the behaviour of a model is checked as well', () => {
  expect(problemsOf('{}', '{ slow: { latency_ms: 2, latency_p95_ms: 1 } }')).toMatch(
    /^gateway\.yaml:6: providers\[0\]\.models\.slow\.latency_p95_ms: must be at least/
  );
});
