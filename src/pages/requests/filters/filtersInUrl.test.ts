import { filtersFromUrl, filtersToUrl } from './filtersInUrl';
import { NO_FILTERS, type RequestFilters } from './requestFilters';

const ALL: RequestFilters = {
  dimensions: { status: ['error', 'aborted'], model: ['org/model, large'], team: ['none'], streaming: ['true'] },
  tags: { project: ['x', 'a=b'], stage: [''] },
  minDurationMs: 1500,
  minCostUsd: 0.25,
  search: 'req_019a',
};

it('reads what it has written', () => {
  expect(filtersFromUrl(filtersToUrl(ALL))).toEqual(ALL);
  expect(filtersFromUrl(filtersToUrl(NO_FILTERS))).toEqual(NO_FILTERS);
});

it('names dimensions as the gateway does, so that an address can be written by hand', () => {
  expect(filtersToUrl(ALL)).toMatchObject({
    status: ['error', 'aborted'],
    tag: ['project=x', 'project=a=b', 'stage='],
  });
});

it('takes out of the URL what is not filtered by', () => {
  const url = filtersToUrl({ dimensions: { model: ['m'] }, tags: {} });
  expect(url).toMatchObject({ model: ['m'], status: [], tag: [], min_duration_ms: null, min_cost_usd: null, q: null });
});

it('takes one value for a list of one', () => {
  expect(filtersFromUrl({ status: 'error', tag: 'project=x' })).toEqual({
    dimensions: { status: ['error'] },
    tags: { project: ['x'] },
  });
});

it.each([
  { min_duration_ms: '-1' },
  { min_duration_ms: '1e3' },
  { min_cost_usd: 'much' },
  { min_cost_usd: '0' },
  { q: 'hello' },
  { q: 'abc' },
  { tag: ['project', '=x', 'a,b=x'] },
  { model: ['', ''] },
])('leaves out what is not understood: %j', (values) => {
  expect(filtersFromUrl(values)).toEqual(NO_FILTERS);
});

it('reads each value once, and ids in any case', () => {
  expect(filtersFromUrl({ model: ['a', 'a'], q: 'REQ_019A' })).toEqual({
    dimensions: { model: ['a'] },
    tags: {},
    search: 'req_019a',
  });
});
