import { parseUsageQuery } from './usageQuery.js';

const NOW = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;

test('the last 24 hours in one sum of everything that sums by hour tell, if nothing is asked', () => {
  const query = parseUsageQuery({}, NOW);
  expect(query).toEqual({
    from: NOW - 24 * HOUR,
    to: NOW,
    groupBy: [],
    bucket: undefined,
    filters: {},
    measures: expect.arrayContaining(['requests', 'cost_usd', 'avg_first_token_ms']),
    orderBy: 'cost_usd',
    limit: undefined,
  });
  expect(query.measures.filter((name) => /audio|p\d\d/.test(name))).toEqual([]);
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

test('groups, buckets, filters and measures', () => {
  const parameters = {
    group_by: ' model, tag:project ,model',
    bucket: '5m',
    model: ['a', 'b'],
    key: 'ci',
    'tag:a b': '',
    measures: 'requests,p95_duration_ms',
    limit: '20',
  };
  expect(parseUsageQuery(parameters, NOW)).toEqual({
    from: NOW - 24 * HOUR,
    to: NOW,
    groupBy: ['model', 'tag:project'],
    bucket: { kind: 'fixed', lengthMs: 300_000 },
    filters: { model: ['a', 'b'], key: ['ci'], 'tag:a b': [''] },
    measures: ['requests', 'p95_duration_ms'],
    orderBy: 'requests',
    limit: 20,
  });
  expect(parseUsageQuery({ ...parameters, order_by: 'cost_usd' }, NOW).orderBy).toBe('cost_usd');
});

const starts = (parameters: Readonly<Record<string, string>>) => {
  const { bucket } = parseUsageQuery(parameters, NOW);
  return bucket?.kind === 'calendar' ? bucket.starts.map((start) => new Date(start).toISOString()) : bucket;
};

test('days, weeks and months begin by the calendar of the time zone', () => {
  const range = { from: '2026-10-24T12:00:00Z', to: '2026-10-27T00:00:00Z' };
  expect(starts({ ...range, bucket: '1d', timezone: 'Europe/Berlin' })).toEqual([
    '2026-10-23T22:00:00.000Z',
    // Clocks are set back: a day of 25 hours.
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ]);
  expect(starts({ ...range, bucket: '1d' })).toEqual({ kind: 'fixed', lengthMs: 24 * HOUR });
  expect(starts({ ...range, bucket: '1w' })).toEqual(['2026-10-19T00:00:00.000Z', '2026-10-26T00:00:00.000Z']);
  expect(starts({ ...range, to: '2026-12-01T00:00:00Z', bucket: '1M' })).toEqual([
    '2026-10-01T00:00:00.000Z',
    '2026-11-01T00:00:00.000Z',
  ]);
  expect(starts({ ...range, bucket: '1M', timezone: 'Asia/Kolkata' })).toEqual(['2026-09-30T18:30:00.000Z']);
  expect(starts({ ...range, bucket: '1h', timezone: 'Asia/Kolkata' })).toEqual({ kind: 'fixed', lengthMs: HOUR });
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
  ['group_by', { group_by: 'tag:' }],
  ['bucket', { bucket: '2w' }],
  ['bucket', { bucket: '2d', timezone: 'Europe/Berlin' }],
  ['bucket', { bucket: '1d', timezone: 'Europe/Berlin', from: '2020-01-01T00:00:00Z' }],
  ['timezone', { timezone: 'Europe/Atlantis' }],
  ['measures', { measures: 'requests,cost' }],
  ['order_by', { order_by: 'cost' }],
  ['order_by', { order_by: 'cost_usd,requests' }],
  ['limit', { limit: '0' }],
  ['limit', { limit: '1001' }],
  ['limit', { limit: '1e2' }],
  ['from', { from: '1960-01-01T00:00:00Z' }],
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
  ['tag:', { 'tag:': 'x' }],
  ['tenant', { tenant: 'x' }],
])('names the parameter %s that it does not understand', (param, parameters) => {
  expect(() => parseUsageQuery(parameters, NOW)).toThrow(expect.objectContaining({ status: 400, param }));
});
