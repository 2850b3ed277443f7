import { parseUsageQuery } from './usageQuery.js';

const NOW = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;

test('the last 24 hours in one sum, if nothing is asked', () => {
  expect(parseUsageQuery({}, NOW)).toEqual({
    from: NOW - 24 * HOUR,
    to: NOW,
    groupBy: [],
    bucketMs: undefined,
    filters: {},
  });
});

test.each(['2026-11-02T10:00:00Z', '2026-11-02T11:00:00+01:00', String(NOW - 2 * HOUR)])(
  'from can be written %j',
  (from) => {
    expect(parseUsageQuery({ from }, NOW).from).toBe(NOW - 2 * HOUR);
  }
);

test('only to is given: the 24 hours before it', () => {
  const to = NOW - 100 * HOUR;
  expect(parseUsageQuery({ to: String(to) }, NOW)).toMatchObject({ from: to - 24 * HOUR, to });
});

test('groups, buckets and filters', () => {
  const parameters = { group_by: ' model, team ,model', bucket: '5m', model: ['a', 'b'], key: 'ci' };
  expect(parseUsageQuery(parameters, NOW)).toMatchObject({
    groupBy: ['model', 'team'],
    bucketMs: 300_000,
    filters: { model: ['a', 'b'], key: ['ci'] },
  });
});

test.each([
  ['from', { from: 'yesterday' }],
  ['from', { from: '2026-13-01' }],
  ['from', { from: '99999999999999999' }],
  ['from', { from: ['1', '2'] }],
  ['from', { from: String(NOW), to: String(NOW) }],
  ['from', { from: String(NOW + 1) }],
  ['to', { to: '1e3' }],
  ['group_by', { group_by: 'model,colour' }],
  ['group_by', { group_by: 'toString' }],
  ['bucket', { bucket: '1w' }],
  ['bucket', { bucket: '0s' }],
  ['bucket', { bucket: '1s', from: String(NOW - 24 * HOUR) }],
])('%s is named when it is wrong: %j', (param, parameters) => {
  expect(() => parseUsageQuery(parameters, NOW)).toThrow(
    expect.objectContaining({
      status: 400,
      type: 'invalid_request_error',
      code: 'invalid_parameter',
      param,
      message: expect.stringContaining(param),
    })
  );
});

test.each([
  ['streaming', { streaming: 'foo' }],
  ['modle', { modle: 'gpt-4o' }],
])('names the parameter %s that it does not understand', (param, parameters) => {
  expect(() => parseUsageQuery(parameters, NOW)).toThrow(expect.objectContaining({ status: 400, param }));
});
