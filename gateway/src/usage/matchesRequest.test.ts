import { insertRequests } from '../../../tests/support/ledgerRows.js';
import { usageEvent } from '../../../tests/support/usageEvent.js';
import { openStore } from '../store/openStore.js';
import { type RequestChoice, matchesRequest } from './matchesRequest.js';
import { queryRequests } from './queryRequests.js';
import { readLine, toLine } from './row.js';

const NOTHING: RequestChoice = {
  filters: {},
  codes: undefined,
  minDurationMs: undefined,
  maxDurationMs: undefined,
  minCostNanoUsd: undefined,
  idPrefix: undefined,
  tracePrefix: undefined,
};

const EVENTS = [
  usageEvent({ id: 'req_plain' }),
  usageEvent({
    id: 'req_full',
    traceId: 'ab'.repeat(16),
    team: 'search',
    user: 'ada',
    tags: { feature: 'chat', environment: 'prod', project: 'x "y"' },
    servedModel: 'gpt-4o-2024',
    streaming: true,
    cache: 'hit',
    cost: { nanoUsd: 0, source: 'config' },
    durationMs: 12.5,
  }),
  usageEvent({ id: 'req_empty_tag', tags: { project: '', feature: '' } }),
  usageEvent({
    id: 'req_failed',
    status: 'error',
    code: 503,
    errorType: 'overloaded',
    provider: undefined,
    deployment: undefined,
    tokens: undefined,
    cost: undefined,
    durationMs: 3,
  }),
  usageEvent({ id: 'req_constructor', tags: { constructor: 'odd' } }),
];

const CHOICES: Array<Partial<RequestChoice>> = [
  {},
  { codes: [200] },
  { codes: [503, 429] },
  { minDurationMs: 12.5 },
  { maxDurationMs: 12.5 },
  { minCostNanoUsd: 0 },
  { minCostNanoUsd: 1 },
  { idPrefix: 'req_f' },
  { tracePrefix: 'abab' },
  { filters: { team: ['search'] } },
  { filters: { team: ['', 'search'] } },
  { filters: { team: [''], provider: ['openai'] } },
  { filters: { user: ['nobody'] } },
  { filters: { feature: ['chat'] } },
  { filters: { feature: [''] } },
  { filters: { environment: ['prod', 'dev'] } },
  { filters: { streaming: ['true'] } },
  { filters: { streaming: ['false'] } },
  { filters: { cache: ['bypass'] } },
  { filters: { served_model: [''] } },
  { filters: { error_type: ['overloaded'] } },
  { filters: { status: ['success'] } },
  { filters: { deployment: [''] } },
  { filters: { 'tag:project': ['x "y"'] } },
  { filters: { 'tag:project': [''] } },
  { filters: { 'tag:constructor': [''] } },
  { filters: { 'tag:toString': [''] } },
];

test('live requests are chosen as the ledger chooses them', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  await insertRequests(
    store,
    EVENTS.map((event) => readLine(toLine(event)).row)
  );
  const found = new Set<string>();
  for (const choice of CHOICES.map((each) => ({ ...NOTHING, ...each }))) {
    const { rows } = await queryRequests(store, {
      ...choice,
      from: 0,
      to: Date.now() * 2,
      after: undefined,
      limit: 99,
    });
    const live = EVENTS.filter((event) => matchesRequest(choice, event)).map(({ id }) => id);
    expect([choice, [...live].sort()]).toEqual([choice, rows.map(({ id }) => id).sort()]);
    found.add(live.join());
  }
  // The choices tell the requests apart.
  expect(found.size).toBeGreaterThan(8);
  await store.close();
});
