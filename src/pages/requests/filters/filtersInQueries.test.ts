import { resourceUrl } from '../../../api/gateway/resourceUrl';
import { aRow } from '../testing/aRequest';
import { hasMoreThanUsage, passesAmounts, toApiQuery, toRequestsQuery, toUsageFilters } from './filtersInQueries';
import { countFilters, NO_FILTERS, withDimension, type RequestFilters } from './requestFilters';

const RANGE = { from: 1000, to: 2000 };
const FILTERS: RequestFilters = {
  dimensions: { status: ['error'], team: ['a', 'none'] },
  tags: { project: ['x'] },
  minDurationMs: 1500,
  minCostUsd: 0.0000001,
};

it('asks the gateway for all of it, with its own word for what is not known', () => {
  const url = resourceUrl('ledger', '/requests', { query: toApiQuery(FILTERS, RANGE) });
  expect([...new URLSearchParams(url.split('?')[1])]).toEqual([
    ['from', '1000'],
    ['to', '2000'],
    ['status', 'error'],
    ['team', 'a'],
    ['team', ''],
    ['tag:project', 'x'],
    ['min_duration_ms', '1500'],
    ['min_cost_usd', '0.0000001'],
  ]);
});

it.each([
  ['req_019aa6a6-6e00', false],
  ['req_019aa6a66e00', false],
  ['req_019aa6a6', true],
  ['4bf92f35', true],
])('%s is looked for in the time range: %p', (search, inRange) => {
  const query = toApiQuery({ ...NO_FILTERS, search }, RANGE);
  expect(query['q']).toBe(search);
  expect('from' in query && 'to' in query).toBe(inRange);
});

it('asks the data source for all of it, too', () => {
  expect(toRequestsQuery({ ...FILTERS, search: 'req_01' })).toEqual({
    queryType: 'requests',
    format: 'table',
    filters: toUsageFilters(FILTERS),
    search: 'req_01',
    minDurationMs: 1500,
    minCostUsd: 0.0000001,
  });
});

it('asks the data source for what its sums can filter by', () => {
  expect(toUsageFilters(FILTERS)).toEqual([
    { dimension: 'status', values: ['error'] },
    { dimension: 'team', values: ['a', 'none'] },
    { dimension: 'tag:project', values: ['x'] },
  ]);
  expect(hasMoreThanUsage(FILTERS)).toBe(true);
  expect(hasMoreThanUsage({ dimensions: FILTERS.dimensions, tags: FILTERS.tags })).toBe(false);
});

it.each([
  [{ minDurationMs: 1200 }, true],
  [{ minDurationMs: 1201 }, false],
  [{ minCostUsd: 0.00075 }, true],
  [{ minCostUsd: 0.001 }, false],
  [{ search: 'req_1' }, true],
  [{ search: 'beef' }, true],
  [{ search: 'req_2' }, false],
])('of a live request it looks at %j itself: %p', (some, passes) => {
  expect(passesAmounts({ ...NO_FILTERS, ...some }, aRow({ traceId: 'beef01' }))).toBe(passes);
});

it('lets no request without a price pass a least cost', () => {
  expect(passesAmounts({ ...NO_FILTERS, minCostUsd: 0.01 }, aRow({ costUsd: null, unpriced: true }))).toBe(false);
});

it('counts what is filtered by', () => {
  expect(countFilters(FILTERS)).toBe(5);
  expect(countFilters(NO_FILTERS)).toBe(0);
  expect(withDimension(FILTERS, 'status', []).dimensions).toEqual({ team: ['a', 'none'] });
  expect(withDimension(FILTERS, 'status', ['b', 'b']).dimensions.status).toEqual(['b']);
});
