import { changedFields, valueText } from './changedFields';

it('tells each field that differs, also within objects, and lists as a whole', () => {
  const before = { name: 'a', enabled: true, timeouts: { total_ms: 1, idle_ms: 2 }, models: ['x'], prices: 'openai' };
  const after = { name: 'a', enabled: false, timeouts: { total_ms: 5, idle_ms: 2 }, models: ['x', 'y'], region: 'eu' };
  expect(changedFields(before, after)).toEqual([
    { field: 'enabled', before: true, after: false },
    { field: 'timeouts.total_ms', before: 1, after: 5 },
    { field: 'models', before: ['x'], after: ['x', 'y'] },
    { field: 'prices', before: 'openai', after: undefined },
    { field: 'region', before: undefined, after: 'eu' },
  ]);
});

it('takes what was made for all new, and what was removed for all gone', () => {
  expect(changedFields(null, { name: 'a' })).toEqual([{ field: 'name', before: undefined, after: 'a' }]);
  expect(changedFields({ name: 'a' }, null)).toEqual([{ field: 'name', before: 'a', after: undefined }]);
  expect(changedFields(null, null)).toEqual([]);
});

it('writes values as the configuration does, and cuts long ones', () => {
  expect(valueText('a')).toBe('a');
  expect(valueText(['a', 1])).toBe('["a",1]');
  expect(valueText('x'.repeat(500))).toHaveLength(121);
});
