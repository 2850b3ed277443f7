import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromLive } from './liveRow';

const ROW = {
  time: 1_764_129_600_000,
  id: 'req_1',
  trace_id: null,
  key: 'ci',
  team: 'search',
  user: null,
  model: 'gpt-4o',
  served_model: 'gpt-4o-2024-11-20',
  provider: 'openai',
  deployment: 'openai/gpt-4o',
  status: 'error',
  code: 429,
  error_type: 'rate_limit_error',
  streaming: true,
  cache: 'miss',
  attempts: 2,
  input_tokens: 10,
  output_tokens: 0,
  cost_usd: 0.5,
  price_source: 'config',
  duration_ms: 12.5,
  first_token_ms: 3,
};

it('is a request of the table', () => {
  expect(fromLive(ROW)).toMatchObject({
    id: 'req_1',
    time: 1_764_129_600_000,
    team: 'search',
    user: null,
    servedModel: 'gpt-4o-2024-11-20',
    status: 'error',
    code: 429,
    errorType: 'rate_limit_error',
    streaming: true,
    attempts: 2,
    costUsd: 0.5,
    unpriced: false,
    durationMs: 12.5,
    firstTokenMs: 3,
  });
});

it('tells what has no price from what used nothing', () => {
  expect(fromLive({ ...ROW, cost_usd: null })).toMatchObject({ costUsd: null, unpriced: true });
  expect(fromLive({ ...ROW, cost_usd: null, input_tokens: 0 })).toMatchObject({ costUsd: null, unpriced: false });
});

it('knows columns that the data source has', () => {
  const source = readFileSync(join(__dirname, '../../../../pkg/plugin/requests_table.go'), 'utf8');
  const columns = [...source.matchAll(/column\(requests, "(\w+)"/g)].map(([, name]) => name);
  expect(columns).toEqual(expect.arrayContaining(Object.keys(ROW)));
});
