import { parseTraceId } from './traceParent.js';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

test('reads the trace id', () => {
  expect(parseTraceId(`00-${ID}-00f067aa0ba902b7-01`)).toBe(ID);
});

test('reads that of a later version, which may have more behind it', () => {
  expect(parseTraceId(`01-${ID}-00f067aa0ba902b7-01-what-the-future-brings`)).toBe(ID);
});

test.each([
  undefined,
  '',
  'nonsense',
  `00-${ID.toUpperCase()}-00f067aa0ba902b7-01`,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `00-${ID}`,
])('takes %j for none', (header) => {
  expect(parseTraceId(header)).toBeUndefined();
});
