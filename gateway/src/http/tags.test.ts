import { parseTags } from './tags.js';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['feature=chat', { feature: 'chat' }],
  [' feature = chat , environment=prod,', { feature: 'chat', environment: 'prod' }],
  ['a=1=2', { a: '1=2' }],
  ['=x, y=, z', undefined],
  ['a=1, nonsense, b=2', { a: '1', b: '2' }],
  [['a=1', 'b=2'], { a: '1', b: '2' }],
  ['a=1, a=2', { a: '2' }],
])('%j is %j', (header, tags) => {
  expect(parseTags(header)).toEqual(tags);
});

test('a tag called __proto__ is a tag', () => {
  const tags = parseTags('__proto__=x');
  expect(Object.keys(tags ?? {})).toEqual(['__proto__']);
});

test('what grows past its bounds is cut', () => {
  const many = Array.from({ length: 50 }, (_, index) => `t${index}=v`).join(',');
  expect(Object.keys(parseTags(many) ?? {})).toHaveLength(20);
  expect(parseTags(`${'n'.repeat(500)}=${'v'.repeat(900)}`)).toEqual({ ['n'.repeat(200)]: 'v'.repeat(512) });
});
