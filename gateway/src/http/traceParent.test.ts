import { parseTraceParent } from './traceParent.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

test('reads the trace, the span, and whether it is kept', () => {
  expect(parseTraceParent(`00-${TRACE}-${SPAN}-01`)).toEqual({ traceId: TRACE, spanId: SPAN, sampled: true });
  expect(parseTraceParent(`00-${TRACE}-${SPAN}-02`)).toEqual({ traceId: TRACE, spanId: SPAN, sampled: false });
});

test('reads that of a later version, which may have more behind it', () => {
  expect(parseTraceParent(`01-${TRACE}-${SPAN}-01-what-the-future-brings`)?.traceId).toBe(TRACE);
});

test.each([
  undefined,
  '',
  'nonsense',
  ['two', 'headers'],
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-011`,
  `00-${TRACE}`,
])('takes %j for none', (header) => {
  expect(parseTraceParent(header)).toBeUndefined();
});
