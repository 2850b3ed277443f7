import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-first-page-'));
  // Letters by chance, which zipping makes little smaller: two thirds of their number.
  const text = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
  writeFileSync(join(directory, 'module.js'), `import('./first'); import('./other'); console.log('${text(10_000)}');`);
  writeFileSync(join(directory, 'first.js'), `console.log('${text(20_000)}');`);
  writeFileSync(join(directory, 'other.js'), `console.log('${text(90_000)}');`);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Builds with webpack itself, which is not for Jest's own module system; answers the errors. */
function build(kilobytes: number, imports = ['./first']): string[] {
  const script = `
    import webpack from 'webpack';
    import { FirstPageBudget } from '${ROOT}/tools/webpack/firstPageBudget.mjs';
    const options = ${JSON.stringify({ entry: 'module', imports, kilobytes })};
    webpack({
      mode: 'production',
      context: '${directory}',
      entry: { module: './module.js' },
      output: { path: '${directory}/dist' },
      plugins: [new FirstPageBudget(options)],
    }, (error, stats) => console.log(JSON.stringify((error ? [error] : stats.compilation.errors).map(({ message }) => message))));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(output) as string[];
}

test('the first page may be as large as that, whatever other pages are', () => {
  expect(build(30)).toEqual([]);
});

test('a first page that is larger fails the build, which says what is in it', () => {
  const [message] = build(10);
  expect(message).toMatch(/the first page takes \d\d of 10 kB, zipped \(module\.js \d+, \d+\.js \d+\)/);
});

test('an import that is gone fails the build: otherwise it would no longer be counted', () => {
  expect(build(300, ['./gone'])[0]).toMatch(/nothing imports \.\/gone/);
});
