import type { ObjectKind } from '../store/storedObject.js';
import { keyName } from './document.js';
import { objectFaults } from './objectFaults.js';

const HASH = 'a'.repeat(64);

const faults = (kind: ObjectKind, document: unknown) =>
  objectFaults(kind, document).map(({ path, message }) => `${keyName(path)}: ${message}`);

test.each<[ObjectKind, object]>([
  ['provider', { name: 'demo', type: 'simulator' }],
  ['model', { name: 'small', deployments: [{ provider: 'demo', model: 'small' }] }],
  ['price', { name: 'small', model: 'small', price: { input_per_million_usd: 1 } }],
  ['key', { name: 'ci', hash: HASH, prefix: 'sk-llmgw-abcd' }],
  ['team', { name: 'platform' }],
  ['user', { name: 'ada', team: 'platform' }],
  ['budget', { name: 'ci', key: 'ci', limit_usd: 1 }],
  ['limit', { name: 'ci', key: 'ci', parallel_requests: 1 }],
])('a %s by itself can be right', (kind, document) => {
  expect(faults(kind, document)).toEqual([]);
});

test('defaults are filled in', () => {
  const budget = { name: 'ci', key: 'ci', limit_usd: 1 };
  const provider = { name: 'demo', type: 'simulator' };
  objectFaults('budget', budget);
  objectFaults('provider', provider);
  expect(budget).toEqual({ ...budget, hard: true, timezone: 'UTC', warn_at: [0.8] });
  expect(provider).toMatchObject({ simulator: { latency_ms: 200 } });
});

test.each<[ObjectKind, unknown, RegExp]>([
  ['provider', { name: 'demo', type: 'simulator', colour: 'red' }, /^colour: is not a known key/],
  ['provider', { name: 'demo', type: 'nonsense' }, /^type: "nonsense" is not supported/],
  [
    'provider',
    { name: 'demo', type: 'simulator', simulator: { error_rate: 1, errors: [{ share: 1, status: 500 }] } },
    /^simulator\.errors: the shares/,
  ],
  ['model', { name: 'm', deployments: [] }, /^deployments: /],
  [
    'model',
    { name: 'm', deployments: [{ provider: 'a', model: 'b', weight: 0 }] },
    /^deployments: at least one weight/,
  ],
  [
    'model',
    { name: 'm', deployments: [{ provider: 'a', model: 'b' }], fallbacks: ['m'] },
    /^fallbacks\[0\]: a model cannot/,
  ],
  ['price', { name: 'p', model: 'm', price: {} }, /^price: /],
  ['key', { name: 'k', hash: 'secret', prefix: 'sk' }, /^hash: must match/],
  ['key', { name: 'k', key: 'in-the-clear', hash: HASH, prefix: 'sk' }, /^key: is not a known key/],
  ['key', { name: 'k', hash: HASH, prefix: 'sk', addresses: ['home'] }, /^addresses\[0\]: is neither an address/],
  ['key', { name: 'two words', hash: HASH, prefix: 'sk' }, /^name: must match/],
  ['team', { name: 't', blocked: 'yes' }, /^blocked: must be of type boolean/],
  ['user', { team: 't' }, /^name: is missing/],
  ['budget', { name: 'b', key: 'k', team: 't', limit_usd: 1 }, /^team: is there beside key/],
  ['budget', { name: 'b', key: 'k', limit_usd: 1, timezone: 'Mars/Base' }, /^timezone: is not a known/],
  ['limit', { name: 'l', key: 'k' }, /^: limits nothing/],
  ['team', null, /^: must be of type object/],
  ['provider', [], /^type: is missing/],
])('a wrong %s is told of: %j', (kind, document, fault) => {
  const found = faults(kind, document);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(fault);
});
