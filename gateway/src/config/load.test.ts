import { join } from 'node:path';

import { loadConfig, parseConfig } from './load.js';
import { ConfigError } from './problem.js';

const SECRET = 'sk-very-secret-0001';

const GOOD = `
server: { port: 4001 }
providers:
  - name: openai
    type: openai
    api_key: ${SECRET}
  - { name: local, type: openai-compatible, base_url: "http://localhost:8000/v1" }
  - { name: demo, type: simulator }
models:
  - name: gpt-4o
    deployments:
      - { provider: openai, model: gpt-4o-2024-11-20, weight: 3 }
      - { provider: local, model: llama }
    fallbacks: [small]
  - name: small
    deployments: [{ provider: demo, model: small }]
keys:
  - name: ci
    key: ${SECRET}
    team: platform
`;

/** The problems of the good configuration with one thing in it replaced. */
function problemsWith(what: string, by: string): string[] {
  expect(GOOD).toContain(what);
  return problems(GOOD.replace(what, by));
}

function problems(text: string): string[] {
  try {
    parseConfig(text, 'gateway.yaml', {});
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).not.toContain(SECRET);
    return (error as Error).message.split('\n');
  }
  return [];
}

test('a good configuration is read, with defaults filled in', () => {
  expect(parseConfig(GOOD, 'gateway.yaml', {})).toMatchObject({
    server: { host: '127.0.0.1', port: 4001, body_limit_bytes: 20_971_520, max_in_flight: 10_000 },
    providers: [
      {
        base_url: 'https://api.openai.com/v1',
        prices: 'openai',
        max_connections: 512,
        timeouts: { connect_ms: 5_000, first_token_ms: 60_000, idle_ms: 60_000 },
      },
      { base_url: 'http://localhost:8000/v1' },
      { simulator: { latency_ms: 200, error_rate: 0 }, models: {} },
    ],
    models: [
      { strategy: 'weighted', deployments: [{ weight: 3 }, { weight: 1 }], fallbacks: ['small'] },
      { fallbacks: [] },
    ],
    metrics: {
      dialects: ['native'],
      public: false,
      max_label_values: 1_000,
      hash_names: [],
      latency_by: [],
      off: [],
    },
    ledger: { flush_ms: 200 },
  });
});

test('the short form of the design is a good configuration', () => {
  const text = `
server: { host: 127.0.0.1, port: 4000 }
providers:
  - { name: openai, type: openai, base_url: https://api.openai.com/v1, api_key: \${OPENAI_API_KEY} }
  - { name: demo, type: simulator }
models:
  - name: gpt-4o                     # what clients ask for
    strategy: weighted
    deployments:
      - { provider: openai, model: gpt-4o-2024-11-20, weight: 1 }
    fallbacks: [demo-small]
  - { name: demo-small, deployments: [{ provider: demo, model: small }] }
keys:
  - { name: ci, key: \${CI_KEY}, team: platform }   # besides those made by the admin API
metrics: { dialects: [native, litellm, inference-gateway, genai], public: false }
`;
  const config = parseConfig(text, 'gateway.yaml', { OPENAI_API_KEY: 'sk-1', CI_KEY: 'ci-secret-1' });
  expect(config.providers[0]).toMatchObject({ api_key: 'sk-1' });
  expect(config.keys[0]).toEqual({ name: 'ci', key: 'ci-secret-1', team: 'platform' });
});

describe('says file, line and key of', () => {
  test.each([
    [
      'a wrong key',
      'port: 4001',
      'prot: 4001',
      /^gateway\.yaml:2: server\.prot: is not a known key; there are: host, port/,
    ],
    [
      'a wrong key of a provider',
      'api_key:',
      'apikey:',
      /^gateway\.yaml:6: providers\[0\]\.apikey: is not a known key; .*api_key/,
    ],
    [
      'a wrong key of a deployment',
      'weight: 3',
      'wieght: 3',
      /^gateway\.yaml:12: models\[0\]\.deployments\[0\]\.wieght: is not/,
    ],
    [
      'a wrong type',
      'port: 4001',
      'port: "4001"',
      /^gateway\.yaml:2: server\.port: must be of type integer, not string/,
    ],
    [
      'a list where there is none',
      'server: { port: 4001 }',
      'server: [1]',
      /^gateway\.yaml:2: server: must be of type object, not array/,
    ],
    [
      'nothing where there should be something',
      'server: { port: 4001 }',
      'server:',
      /^gateway\.yaml:2: server: must be of type object, not null/,
    ],
    ['a number out of range', 'port: 4001', 'port: 70000', /^gateway\.yaml:2: server\.port: must be <= 65535/],
    [
      'a URL that is none',
      'http://localhost:8000/v1',
      'localhost:8000',
      /^gateway\.yaml:7: providers\[1\]\.base_url: must match \^https\?/,
    ],
    [
      'a missing name',
      '{ provider: local, model: llama }',
      '{ provider: local }',
      /^gateway\.yaml:13: models\[0\]\.deployments\[1\]\.model: is missing/,
    ],
    [
      'a missing provider type',
      '{ name: demo, type: simulator }',
      '{ name: demo }',
      /^gateway\.yaml:8: providers\[2\]\.type: is missing; one of: openai, .*, openai-compatible, simulator/,
    ],
    [
      'an unknown provider type',
      'type: simulator',
      'type: skynet',
      /^gateway\.yaml:8: providers\[2\]\.type: "skynet" is not supported; one of: openai, /,
    ],
    [
      'a provider that is no object',
      '{ name: demo, type: simulator }',
      'demo',
      /^gateway\.yaml:8: providers\[2\]: must be an object/,
    ],
    [
      'a key that is too short',
      `- name: ci\n    key: ${SECRET}`,
      '- name: ci\n    key: short',
      /^gateway\.yaml:19: keys\[0\]\.key: must NOT have fewer than 8 characters/,
    ],
    ['a name with a space', 'name: small', 'name: "sm all"', /^gateway\.yaml:15: models\[1\]\.name: must match/],
    [
      'an unknown strategy',
      'fallbacks: [small]',
      'strategy: best',
      /^gateway\.yaml:14: models\[0\]\.strategy: must be one of: weighted, least-busy/,
    ],
    [
      'a provider there twice',
      'models:',
      '  - { name: demo, type: openai }\nmodels:',
      /^gateway\.yaml:9: providers\[3\]\.name: "demo" is there twice/,
    ],
    [
      'a model there twice',
      'keys:',
      '  - { name: gpt-4o, deployments: [{ provider: demo, model: m }] }\nkeys:',
      /^gateway\.yaml:17: models\[2\]\.name: "gpt-4o" is there twice/,
    ],
    [
      'a provider that nobody configured',
      'provider: local',
      'provider: lokal',
      /^gateway\.yaml:13: models\[0\]\.deployments\[1\]\.provider: no provider is called "lokal"; there are: openai, local, demo/,
    ],
    [
      'a fallback that nobody configured',
      '[small]',
      '[tiny]',
      /^gateway\.yaml:14: models\[0\]\.fallbacks\[0\]: no model is called "tiny"/,
    ],
    [
      'a fallback to itself',
      '[small]',
      '[gpt-4o]',
      /^gateway\.yaml:14: models\[0\]\.fallbacks\[0\]: a model cannot fall back to itself/,
    ],
    [
      'deployments that are never chosen',
      '{ provider: demo, model: small }',
      '{ provider: demo, model: small, weight: 0 }',
      /^gateway\.yaml:16: models\[1\]\.deployments: at least one weight/,
    ],
    [
      'a variable that is not set',
      `api_key: ${SECRET}`,
      'api_key: ${NOPE}',
      /^gateway\.yaml:6: providers\[0\]\.api_key: environment variable NOPE is not set/,
    ],
    [
      'a wrong section',
      'keys:',
      'kees:',
      /^gateway\.yaml:17: kees: is not a known key; there are: server, providers, models, prices, keys/,
    ],
    [
      'hourly sums that would go before their requests',
      'keys:',
      'ledger: { retention_days: 90, rollup_retention_days: 30 }\nkeys:',
      /^gateway\.yaml:17: ledger\.rollup_retention_days: must be 0, or no less than retention_days \(90\)/,
    ],
    [
      'hourly sums that would go where requests stay for ever',
      'keys:',
      'ledger: { rollup_retention_days: 30 }\nkeys:',
      /^gateway\.yaml:17: ledger\.rollup_retention_days: must be 0/,
    ],
    [
      'a metric that does not exist',
      'keys:',
      'metrics: { off: [llm_gateway_request_count] }\nkeys:',
      /^gateway\.yaml:17: metrics\.off\[0\]: no metric is called "llm_gateway_request_count"; there are: llm_gateway_requests_total, /,
    ],
    [
      'a dialect that does not exist',
      'keys:',
      'metrics: { dialects: [klingon] }\nkeys:',
      /^gateway\.yaml:17: metrics\.dialects\[0\]: must be one of: native, litellm/,
    ],
  ])('%s', (_what, found, by, problem) => {
    expect(problemsWith(found, by)).toEqual([expect.stringMatching(problem)]);
  });

  test('everything that is missing, at once', () => {
    expect(problems('server: {}')).toEqual(['gateway.yaml: providers: is missing', 'gateway.yaml: models: is missing']);
  });

  test('several problems, each on its own line', () => {
    const text = GOOD.replace('port: 4001', 'port: x').replace('weight: 3', 'weight: -1');
    expect(problems(text)).toEqual([
      expect.stringMatching(/^gateway\.yaml:2: server\.port: /),
      expect.stringMatching(/^gateway\.yaml:12: models\[0\]\.deployments\[0\]\.weight: /),
    ]);
  });

  test('an empty file', () => {
    expect(problems('')).toEqual(['gateway.yaml: must be of type object, not null']);
  });

  test('a file that is only text', () => {
    expect(problems(SECRET)).toEqual(['gateway.yaml: must be of type object, not string']);
  });
});

test('never shows a secret of the wrong type or in the wrong place', () => {
  const misplaced = [
    GOOD.replace(`key: ${SECRET}`, `key: [${SECRET}]`),
    GOOD.replace(`api_key: ${SECRET}`, `base_url: ${SECRET}`),
    GOOD.replace(`api_key: ${SECRET}`, `api_key: { v: ${SECRET} }`),
    GOOD.replace(`api_key: ${SECRET}`, `max_connections: ${SECRET}`),
  ];
  for (const text of misplaced) {
    expect(problems(text)).toHaveLength(1);
  }
});

test('a file that is not there is named', () => {
  const file = join(__dirname, 'nowhere.yaml');
  expect(() => loadConfig(file, {})).toThrow(new Error(`${file}: cannot be read: no such file`));
});

test('two keys cannot have the same secret', () => {
  const found = problemsWith('    team: platform', `    team: platform\n  - { name: other, key: ${SECRET} }`);
  expect(found).toEqual([
    expect.stringMatching(/^gateway\.yaml:\d+: keys\[1\]\.key: is the secret of another key too/),
  ]);
  expect(found.join()).not.toContain(SECRET);
});

test('a number from the environment is one, unless it is quoted', () => {
  const withPort = (port: string) => GOOD.replace('port: 4001', `port: ${port}`);
  expect(parseConfig(withPort('${PORT}'), 'gateway.yaml', { PORT: '4700' }).server.port).toBe(4700);
  expect(() => parseConfig(withPort('"${PORT}"'), 'gateway.yaml', { PORT: '4700' })).toThrow(
    /server\.port: must be of type integer, not string/
  );
});
