// Fills a throwaway PostgreSQL by COPY; sums by hour at the end.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createRequire } from 'node:module';

import { rollupStatements } from './rollups.mjs';
import { COLUMNS, generate } from './rows.mjs';

const pg = createRequire(new URL('../../gateway/package.json', import.meta.url))('pg');

const DEBIAN = '/usr/lib/postgresql';
/** As a small server of its own would have them. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'shared_buffers=2GB',
  'work_mem=64MB',
  'maintenance_work_mem=512MB',
  'effective_cache_size=8GB',
  'max_wal_size=8GB',
  'random_page_cost=1.1',
  'fsync=off',
];
/** PostgreSQL refuses to run as root, so that root runs it as nobody. */
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Where PostgreSQL's programs are; undefined where it is not installed. */
export const programs = [
  ...(process.env.PATH ?? '').split(':'),
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
].find((folder) => ['initdb', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))));

/**
 * @param {string} directory
 * @param {any} product
 * @param {{ count: number, from: number, days: number }} data
 * @param {(done: number) => void} progress
 */
export async function fillPostgres(directory, { openStore, makePartitions }, data, progress) {
  mkdirSync(directory, { recursive: true });
  if (owner.uid !== undefined) {
    chownSync(directory, owner.uid, owner.gid);
  }
  const folder = join(directory, 'data');
  const initdb = ['-D', folder, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
  execFileSync(join(String(programs), 'initdb'), initdb, { ...owner, stdio: 'ignore' });
  const port = await freePort();
  let server = await run(folder, directory, port);
  const url = `postgres://bench@127.0.0.1:${port}/postgres`;

  const store = await openStore({ databaseUrl: url, file: '' });
  await makePartitions(store.db, data.from);
  await store.close();
  await copy(url, data, progress);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of [...rollupStatements, 'vacuum (analyze, freeze)', 'checkpoint']) {
    await client.query(statement);
  }
  const { rows: sizes } = await client.query(`
    select parent.relname as table, sum(pg_total_relation_size(part.oid))::float8 as bytes
    from pg_class parent
      left join pg_inherits on inhparent = parent.oid
      join pg_class part on part.oid = coalesce(inhrelid, parent.oid)
    where parent.relname in ('requests', 'usage_hourly', 'usage_hourly_users') group by 1 order by 1`);
  for (const size of sizes) {
    size.rows = Number((await client.query(`select count(*) as n from ${size.table}`)).rows[0].n);
  }
  const { rows: version } = await client.query('show server_version');
  await client.end();
  return {
    version: version[0].server_version,
    sizes,
    total: sizes.reduce((/** @type {number} */ sum, /** @type {any} */ { bytes }) => sum + bytes, 0),
    open: () => openStore({ databaseUrl: url, file: '', migrate: false }),
    /** Restarts it, and takes its files out of the operating system's cache. */
    forget: async () => {
      await stop(server);
      spawnSync('find', [folder, '-type', 'f', '-exec', 'dd', 'if={}', 'iflag=nocache', 'count=0', ';'], {
        stdio: 'ignore',
      });
      server = await run(folder, directory, port);
    },
    remove: async () => {
      await stop(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** @param {string} url @param {any} data @param {(done: number) => void} progress */
async function copy(url, data, progress) {
  const columns = COLUMNS.map((name) => `"${name}"`).join(', ');
  const command = `copy requests (${columns}) from stdin`;
  const psql = spawn(join(String(programs), 'psql'), ['-q', '-d', url, '-c', command], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  let [done, lines] = [0, ''];
  for (const row of generate(data)) {
    lines += `${row.map(copied).join('\t')}\n`;
    done += 1;
    if (lines.length > 1_000_000) {
      if (!psql.stdin.write(lines)) {
        await once(psql.stdin, 'drain');
      }
      lines = '';
    }
    if (done % 100_000 === 0) {
      progress(done);
    }
  }
  psql.stdin.end(lines);
  const [code] = await once(psql, 'exit');
  if (code !== 0) {
    throw new Error(`psql ended with ${code}`);
  }
}

/** @param {string | number | null | undefined} value */
function copied(value) {
  return value === null || value === undefined ? '\\N' : String(value).replaceAll('\\', '\\\\');
}

/** @param {string} folder @param {string} sockets @param {number} port */
async function run(folder, sockets, port) {
  const settings = [...SETTINGS, `port=${port}`, `unix_socket_directories=${sockets}`];
  const args = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(String(programs), 'postgres'), args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => server.kill('SIGINT'));
  for await (const chunk of server.stderr.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('ready to accept connections')) {
      server.stderr.resume();
      return server;
    }
  }
  throw new Error('PostgreSQL did not start.');
}

/** @param {import('node:child_process').ChildProcess} server */
async function stop(server) {
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}
