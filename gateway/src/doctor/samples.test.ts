import { readSamples, total } from './samples.js';

const TEXT = `# HELP a_total Something.
# TYPE a_total counter
a_total{x="1",y="with } and \\"quotes\\""} 2 1700000000000
a_total{x="2"} 3.5
b -Inf
a_total_of_another 7
`;

test('what is asked for is read, and nothing else', () => {
  const samples = readSamples(TEXT, ['a_total', 'b', 'c']);
  expect([...samples.keys()]).toEqual(['a_total', 'b']);
  expect(samples.get('a_total')?.[0]?.labels['x']).toBe('1');
  expect(total(samples, 'a_total')).toBe(5.5);
  expect(total(samples, 'b')).toBe(-Infinity);
  expect(total(samples, 'c')).toBeUndefined();
});
