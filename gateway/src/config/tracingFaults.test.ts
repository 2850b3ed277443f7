import type { ConfigError } from './problem.js';
import { parseConfig } from './load.js';

const BASE = `
providers: [{ name: sim, type: simulator }]
models: [{ name: m, deployments: [{ provider: sim, model: m }] }]
`;

function problemsOf(tracing: string): string {
  try {
    parseConfig(`${BASE}tracing: ${tracing}\n`, 'gateway.yaml', { TOKEN: 'two\nlines' });
    return '';
  } catch (error) {
    return (error as ConfigError).message;
  }
}

test.each([
  ['{ endpoint: "http://bad host" }', 'gateway.yaml:4: tracing.endpoint: is not a URL; write it as http://host:4318'],
  ['{ endpoint: "tempo:4318" }', 'tracing.endpoint: must match ^https?://'],
  ['{ headers: { bad name: x } }', 'tracing.headers.bad name: is not a name that an HTTP header can have'],
  ['{ headers: { authorization: "${TOKEN}" } }', 'tracing.headers.authorization: must be one line of plain ASCII'],
  ['{ sample_ratio: 2 }', 'tracing.sample_ratio: must be <= 1'],
  ['{ enable: true }', 'tracing.enable: is not a known key; there are: enabled, endpoint'],
])('%s is refused', (tracing, message) => {
  expect(problemsOf(tracing)).toContain(message);
  expect(problemsOf(tracing)).not.toContain('two');
});

test('what can be sent is taken', () => {
  expect(problemsOf('{ endpoint: "https://otlp.example.com/otlp", headers: { X-Scope-OrgID: "1" } }')).toBe('');
});
