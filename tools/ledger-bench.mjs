// npm run bench:ledger: fills a ledger with ten million made-up requests and measures what pages and budgets ask of it,
// in SQLite and in PostgreSQL. Its figures are in docs/ledger.md. Takes about 20 minutes and 15 GB in the temporary
// directory. --rows and --days for less, --only sqlite or --only postgres for one of them.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fillPostgres, programs } from './ledger-bench/postgres.mjs';
import { questions } from './ledger-bench/queries.mjs';
import { COLUMNS, generate } from './ledger-bench/rows.mjs';
import { fillSqlite } from './ledger-bench/sqlite.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    days: { type: 'string', default: '31' },
    only: { type: 'string' },
  },
});

const WARM_RUNS = 5;
/** The plain questions take as long as there are rows. */
const PLAIN_RUNS = 3;

/** The gateway's own code, as built. @type {any} */
const product = Object.assign(
  {},
  ...(await Promise.all(
    [
      'store/openStore.js',
      'store/postgres/partitions.js',
      'usage/queryUsage.js',
      'usage/queryRequests.js',
      'usage/findRequest.js',
      'usage/spend.js',
      'http/admin/usageQuery.js',
      'http/admin/requestsQuery.js',
      'http/admin/exportUsage.js',
    ].map((path) => import(new URL(`../gateway/dist/${path}`, import.meta.url).href))
  ))
);

const days = Number(options.days);
const from = Date.UTC(2026, 9, 1);
const data = { count: Number(options.rows), from, days };
const to = from + days * 86_400_000;

/** @param {number} milliseconds */
const readable = (milliseconds) =>
  milliseconds >= 1_000 ? `${(milliseconds / 1_000).toFixed(1)} s` : `${Number(milliseconds.toPrecision(2))} ms`;
/** @param {number} bytes */
const megabytes = (bytes) => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
/** @param {string} text */
const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);

/** Someone who is seen all the time, someone who is not, and one request in the middle. */
function samples() {
  const at = (/** @type {string} */ name) => COLUMNS.indexOf(name);
  const counts = new Map();
  let id = '';
  let index = 0;
  for (const row of generate({ ...data, count: Math.min(data.count, 200_000) })) {
    const user = row[at('user')];
    if (user !== null) {
      counts.set(user, (counts.get(user) ?? 0) + 1);
    }
    if (index++ === 100) {
      id = String(row[at('id')]);
    }
  }
  const users = [...counts].sort(([, a], [, b]) => b - a);
  return { id, key: 'key-3', user: users[0]?.[0], rareUser: users.at(-1)?.[0] };
}

/** @param {() => Promise<unknown>} run */
async function timed(run) {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

/** @param {number} runs @param {() => Promise<unknown>} run */
async function median(runs, run) {
  const times = [];
  for (let index = 0; index < runs; index++) {
    times.push(await timed(run));
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

/** @param {string} name @param {typeof fillSqlite | typeof fillPostgres} fill */
async function bench(name, fill) {
  const directory = join(root, name);
  mkdirSync(directory);
  const begin = performance.now();
  const database = await fill(directory, product, data, (done) => {
    const rate = Math.round((done / (performance.now() - begin)) * 1_000);
    say(
      `${name}: ${done.toLocaleString('en')} of ${data.count.toLocaleString('en')} rows, ${rate.toLocaleString('en')}/s`
    );
  });
  try {
    say(`${name}: filled in ${readable(performance.now() - begin)}\n`);
    const lines = [];
    const asked = questions(product, { from, to, ...samples() });
    for (const { name: question, ask, plain } of asked) {
      say(`${name}: ${question}`);
      await database.forget();
      let store = await database.open();
      const cold = await timed(() => ask(store));
      const warm = await median(WARM_RUNS, () => ask(store));
      const long = plain === undefined ? undefined : await median(PLAIN_RUNS, () => plain.execute(store.db));
      await store.close();
      lines.push(
        `| ${question} | ${readable(warm)} | ${readable(cold)} | ${long === undefined ? '' : readable(long)} |`
      );
    }
    say('');
    const version = 'version' in database ? ` ${database.version}` : '';
    console.log(`\n${name}${version}, ${data.count.toLocaleString('en')} requests over ${days} days\n`);
    console.log('| question | warm | cold | over single requests |\n| --- | --: | --: | --: |');
    console.log(lines.join('\n'));
    for (const { table, rows, bytes } of database.sizes) {
      console.log(`${table}: ${rows.toLocaleString('en')} rows, ${megabytes(bytes)}`);
    }
    console.log(`together ${megabytes(database.total)}`);
  } finally {
    await database.remove();
  }
}

const root = mkdtempSync(join(tmpdir(), 'llm-gateway-ledger-bench-'));
// PostgreSQL may run as another user.
chmodSync(root, 0o711);
process.once('SIGINT', () => {
  rmSync(root, { recursive: true, force: true });
  process.exit(130);
});
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
);
try {
  if (options.only !== 'postgres') {
    await bench('SQLite', fillSqlite);
  }
  if (options.only !== 'sqlite') {
    if (programs === undefined) {
      console.log('PostgreSQL is skipped: initdb, postgres and psql are neither on PATH nor in /usr/lib/postgresql.');
    } else {
      await bench('PostgreSQL', fillPostgres);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
