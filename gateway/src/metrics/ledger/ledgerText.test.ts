import { ledgerFamilies } from '@llm-gateway/catalogue';

import { ledgerText } from './ledgerText.js';

const USAGE = [
  { team: '', model: 'gpt-4o', requests: 2, errors: 1, nanoUsd: 500_000_000 },
  { team: 'platform', model: 'gpt-4o', requests: 3, errors: 0, nanoUsd: 1_000_000_001 },
  { team: 'platform', model: 'a "\\model\n', requests: 1, errors: 0, nanoUsd: 0 },
];
const DURATIONS = [
  { model: 'gpt-4o', upToMs: undefined, requests: 1, durationMs: 700_000 },
  { model: 'gpt-4o', upToMs: 10, requests: 2, durationMs: 12 },
  { model: 'gpt-4o', upToMs: 2_000, requests: 2, durationMs: 3_000 },
];

test('each family with its help and type, and what there is of it', () => {
  const text = ledgerText({ usage: USAGE, durations: DURATIONS }, { creditsPerUsd: 100, hashTeams: false });
  for (const { name, type, help } of Object.values(ledgerFamilies)) {
    expect(text).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
  }
  for (const line of [
    'llm_credits_used_total{tenant_id="none"} 50',
    'llm_credits_used_total{tenant_id="platform"} 100.0000001',
    'llm_cost_by_tenant{tenant_id="platform"} 1.000000001',
    'llm_requests_by_model{model="gpt-4o"} 5',
    'llm_requests_by_model{model="a \\"\\\\model\\n"} 1',
    'llm_requests_total{model="gpt-4o",tenant="platform"} 3',
    'llm_request_errors_total{model="gpt-4o",tenant="none"} 1',
    'llm_request_errors_total{model="gpt-4o",tenant="platform"} 0',
    'llm_response_time_seconds_bucket{model="gpt-4o",le="0.01"} 2',
    'llm_response_time_seconds_bucket{model="gpt-4o",le="1"} 2',
    'llm_response_time_seconds_bucket{model="gpt-4o",le="2"} 4',
    'llm_response_time_seconds_bucket{model="gpt-4o",le="600"} 4',
    'llm_response_time_seconds_bucket{model="gpt-4o",le="+Inf"} 5',
    'llm_response_time_seconds_sum{model="gpt-4o"} 703.012',
    'llm_response_time_seconds_count{model="gpt-4o"} 5',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text.endsWith('\n')).toBe(true);
});

test('an empty ledger has families and no series', () => {
  const lines = ledgerText({ usage: [], durations: [] }, { creditsPerUsd: 1, hashTeams: false }).trimEnd().split('\n');
  expect(lines).toHaveLength(2 * Object.keys(ledgerFamilies).length);
  expect(lines.every((line) => line.startsWith('# '))).toBe(true);
});

test('teams are shown by their hash where names are to be hashed', () => {
  const usage = ['', 'platform', 'other'].map((team) => ({ team, model: 'm', requests: 1, errors: 0, nanoUsd: 1e9 }));
  const text = ledgerText({ usage, durations: [] }, { creditsPerUsd: 1, hashTeams: true });
  expect(text).not.toContain('platform');
  expect([...text.matchAll(/llm_cost_by_tenant\{tenant_id="(.*)"\}/g)].map(([, tenant]) => tenant)).toEqual([
    'none',
    // printf platform | sha256sum
    'd294fcce0cc8',
    'other',
  ]);
});
