import { csvLine, exactUsd } from './exportCsv.js';

test.each([
  [['a', 1, true, null, 'b'], 'a,1,true,,b'],
  [['comma, quote " and', 'two\nlines', ''], '"comma, quote "" and","two\nlines",'],
  [['=1+1', '+1', '-1', '@x', '\tx', '\rx'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx"`],
  [['=cmd("x")'], `"'=cmd(""x"")"`],
  [[-1.5, 'a=b', 'user@example.com'], '-1.5,a=b,user@example.com'],
] as const)('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});

test.each([
  [0, '0.000000000'],
  [1, '0.000000001'],
  [750_000, '0.000750000'],
  [12_345_678_900, '12.345678900'],
  [Number.MAX_SAFE_INTEGER, '9007199.254740991'],
])('%d nano-dollars are %s dollars', (nanoUsd, usd) => {
  expect(exactUsd(nanoUsd)).toBe(usd);
});
