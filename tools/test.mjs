// npm test: everything that can be tested on this machine. Ends with a line `N passed, N failed, N skipped`.
// With names of suites, only those: node tools/test.mjs checks jest go e2e
import { prepare } from './stack/prepare.mjs';
import { checks } from './test/checks.mjs';
import { endToEnd } from './test/e2e.mjs';
import { goTests } from './test/go.mjs';
import { jest } from './test/jest.mjs';
import { Tally } from './test/tally.mjs';

const suites = { checks, jest, go: goTests, e2e: endToEnd };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}; there are: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

const tally = new Tally();
await prepare();
for (const [name, suite] of Object.entries(suites)) {
  if (asked.length === 0 || asked.includes(name)) {
    await suite(tally);
  }
}
tally.print();
process.exitCode = tally.failed === 0 ? 0 : 1;
