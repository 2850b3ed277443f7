import { parseConfig } from '../config/load.js';
import { ConfigError } from '../config/problem.js';
import { cacheRules } from './rules.js';

const config = (cache: string, ...models: readonly string[]) =>
  parseConfig(
    `providers: [{ name: demo, type: simulator }]
cache: ${cache}
models:
${models.map((own, at) => `  - { name: m${at}, deployments: [{ provider: demo, model: m }]${own} }`).join('\n')}`,
    'gateway.yaml',
    {}
  );
const ttls = (cache: string, ...models: readonly string[]) =>
  Object.fromEntries([...cacheRules(config(cache, ...models))].map(([name, { ttlMs }]) => [name, ttlMs]));

test('nothing is cached unless asked for', () => {
  expect(ttls('{}', '', ', cache: false')).toEqual({});
});

test('a model says so for itself', () => {
  expect(ttls('{ ttl_seconds: 60 }', ', cache: true', '', ', cache: { ttl_seconds: 5 }', ', cache: {}')).toEqual({
    m0: 60_000,
    m2: 5_000,
    m3: 60_000,
  });
});

test('or all do but those that say otherwise', () => {
  expect(ttls('{ enabled: true }', '', ', cache: false', ', cache: { ttl_seconds: 5 }')).toEqual({
    m0: 3_600_000,
    m2: 5_000,
  });
});

test('answers are kept to the key unless told otherwise', () => {
  expect(cacheRules(config('{ enabled: true }', '')).get('m0')).toMatchObject({
    share: 'key',
    maxAnswerBytes: 262_144,
  });
});

test.each([
  ['{}', ', cache: sometimes', 'models[0].cache: must be of type boolean or object, not string'],
  ['{}', ', cache: { ttl: 5 }', 'models[0].cache.ttl: is not a known key; there are: ttl_seconds'],
  ['{}', ', cache: { ttl_seconds: 0 }', 'models[0].cache.ttl_seconds: must be >= 1'],
  ['{ share: all }', '', 'cache.share: must be one of: key, team, everyone'],
  ['{ max_bytes: 65536 }', '', 'cache.max_answer_bytes: must be no more than max_bytes (65536)'],
])('cache: %s, model%s', (cache, own, problem) => {
  expect(() => config(cache, own)).toThrow(ConfigError);
  expect(() => config(cache, own)).toThrow(problem);
});
