import { parseConfig } from '../config/load.js';
import type { Provider } from '../providers/provider.js';
import { tokens } from '../../../tests/support/usageEvent.js';
import { createGroups } from './createGroups.js';

const config = parseConfig(
  `
providers:
  - { name: openai, type: openai }
  - { name: local, type: openai-compatible, base_url: "http://localhost/v1" }
models:
  - name: large
    deployments:
      - { provider: openai, model: gpt-4o, weight: 3 }
      - { provider: openai, model: gpt-4o, price: { input_per_million_usd: 1, output_per_million_usd: 0 } }
      - { provider: local, model: gpt-4o }
      - { provider: openai, model: no-such-model }
    fallbacks: [small]
  - { name: small, deployments: [{ provider: local, model: s-1 }] }
prices:
  - { name: ours, provider: local, model: "s-*", price: { input_per_million_usd: 1, output_per_million_usd: 1 } }
`,
  'test.yaml',
  {}
);
const providers = new Map(['openai', 'local'].map((name) => [name, { name } as Provider]));
const groups = createGroups(config, providers);

test('every model has its deployments, weights and fallbacks', () => {
  expect([...groups.keys()]).toEqual(['large', 'small']);
  const large = groups.get('large');
  expect(large?.fallbacks).toEqual({ error: ['small'], contextWindow: [], contentPolicy: [] });
  expect(large?.deployments.map(({ id, weight }) => [id, weight])).toEqual([
    ['openai/gpt-4o', 3],
    ['openai/gpt-4o', 1],
    ['local/gpt-4o', 1],
    ['openai/no-such-model', 1],
  ]);
  expect(large?.deployments[0]?.provider).toBe(providers.get('openai'));
});

test('what is disabled, or whose provider is, stays a part of its model and is not routed to', () => {
  const partly = parseConfig(
    `
providers:
  - { name: openai, type: openai, enabled: false }
  - { name: local, type: openai-compatible, base_url: "http://localhost/v1" }
models:
  - name: large
    deployments:
      - { provider: openai, model: gpt-4o }
      - { provider: local, model: l-1, enabled: false }
      - { provider: local, model: l-2 }
`,
    'test.yaml',
    {}
  );
  const large = createGroups(partly, providers).get('large');
  expect(large?.deployments.map(({ id }) => id)).toEqual(['local/l-2']);
  expect(large?.disabled.map(({ deployment: { id }, reason }) => [id, reason])).toEqual([
    ['openai/gpt-4o', 'its provider is disabled'],
    ['local/l-1', 'it is disabled'],
  ]);
});

test('a price comes from the deployment, else from an override, else from the provider’s list, else from nowhere', () => {
  const sources = (model: string) =>
    groups.get(model)?.deployments.map(({ price }) => price(tokens(), Date.now())?.source);
  expect(sources('large')).toEqual([expect.stringMatching(/^genai-prices@/), 'config', undefined, undefined]);
  expect(sources('small')).toEqual(['config:ours']);
});
