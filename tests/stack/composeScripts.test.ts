import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

import { compose, scriptOf, serviceOf } from '../support/compose';
import { freePort } from '../support/freePort';
import { TestPostgres, query, withPostgres } from '../support/postgres';
import { hasRedis } from '../support/redis';
import { until } from '../support/until';
import { isOnPath } from './npmStart';

const withRedis = hasRedis ? test : test.skip;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-compose-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Runs a service's script with what it mounts below the directory. */
function runScript(script: string, env: NodeJS.ProcessEnv = {}): void {
  execFileSync('sh', ['-ec', script.replaceAll('/run/', `${directory}/`)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function makeSecrets(): Record<string, string> {
  const mounted = (serviceOf('secrets').volumes ?? []).map((volume) => volume.replace(/^.*:\/run\//, ''));
  mounted.forEach((folder) => mkdirSync(join(directory, folder), { recursive: true }));
  runScript(scriptOf('secrets'));
  return Object.fromEntries(
    mounted.flatMap((folder) =>
      readdirSync(join(directory, folder)).map((name) => {
        const path = join(folder, name);
        return [path, readFileSync(join(directory, path), 'utf8')] as const;
      })
    )
  );
}

describe('the service that makes the secrets', () => {
  test('makes each one that others read: long, different, readable', () => {
    const secrets = makeSecrets();
    const { 'redis-exporter/passwords.json': map = '', ...random } = secrets;
    expect(Object.values(random).filter((secret) => !/^[\w-]{32}$/.test(secret))).toEqual([]);
    expect(new Set(Object.values(random)).size).toBe(Object.keys(random).length);
    const password = secrets['redis-exporter/password'];
    expect(JSON.parse(map)).toEqual({ 'redis://redis:6379': password, 'redis://exporter@redis:6379': password });
    for (const path of Object.keys(random)) {
      expect(statSync(join(directory, path)).mode & 0o777).toBe(0o444);
    }
    // Whatever a service names below a volume of secrets is there.
    const volumes = new Map((serviceOf('secrets').volumes ?? []).map((each) => each.split(':') as [string, string]));
    for (const [name, service] of Object.entries(compose.services)) {
      for (const [volume = '', at = ''] of (service.volumes ?? []).map((each) => each.split(':'))) {
        const parts = [
          ...Object.values(service.environment ?? {}),
          ...(service.command ?? []),
          ...(service.entrypoint ?? []),
        ];
        const read = parts.flatMap((part) =>
          [...part.matchAll(new RegExp(`${at}/([\\w.-]+)`, 'g'))].map(([, file]) => file)
        );
        const from = volumes.get(volume)?.replace('/run/', '');
        if (from !== undefined && name !== 'secrets') {
          expect([name, read.filter((file) => secrets[`${from}/${file}`] === undefined)]).toEqual([name, []]);
        }
      }
    }
  });

  test('keeps what is there, and forgets where exporters were', () => {
    const first = makeSecrets();
    writeFileSync(join(directory, 'exporter-targets/node.yml'), '[]');
    expect(makeSecrets()).toEqual(first);
  });
});

withRedis('Redis asks for its password, and its exporter’s user reads figures and no keys', async () => {
  const secrets = makeSecrets();
  const port = await freePort();
  const script = scriptOf('redis')
    .replaceAll('/run/redis-secret/', '/run/redis/')
    .replaceAll('/tmp/redis.conf', join(directory, 'redis.conf'))
    .replaceAll('/run/', `${directory}/`);
  const server: ChildProcess = spawn('sh', ['-ec', `${script.trimEnd()} --port ${port} --bind 127.0.0.1`], {
    stdio: 'ignore',
  });
  const connect = (more: object) =>
    new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null, ...more });
  const owner = connect({ password: secrets['redis/password'] });
  const exporter = connect({ username: 'exporter', password: secrets['redis-exporter/password'] });
  const nobody = connect({ enableReadyCheck: false });
  try {
    await until(async () =>
      owner.connect().then(
        () => true,
        () => false
      )
    );
    await owner.set('budget', '1');
    expect(await exporter.info('memory')).toContain('used_memory:');
    await expect(exporter.config('GET', 'requirepass')).rejects.toThrow('NOPERM');
    await expect(exporter.get('budget')).rejects.toThrow('NOPERM');
    await expect(exporter.flushall()).rejects.toThrow('NOPERM');
    await expect(nobody.ping()).rejects.toThrow('NOAUTH');
    expect(statSync(join(directory, 'redis.conf')).mode & 0o777).toBe(0o600);
  } finally {
    [owner, exporter, nobody].forEach((connection) => connection.disconnect());
    server.kill();
    await once(server, 'close');
  }
});

const withPsql = isOnPath('psql') ? withPostgres : test.skip;

withPsql('PostgreSQL’s exporter has a user that reads figures and no tables', async () => {
  makeSecrets();
  const postgres = await TestPostgres.start();
  try {
    const url = new URL(await postgres.createDatabase());
    await query(url.href, 'create table requests (id int)');
    const env = { PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username, PGDATABASE: url.pathname.slice(1) };
    const script = scriptOf('postgres-exporter-user').replaceAll('/run/postgres-secret/', '/run/postgres/');
    runScript(script, env);
    // At each start.
    runScript(script, env);

    url.username = 'llm_gateway_exporter';
    expect(await query(url.href, 'select pg_has_role(current_user, $$pg_monitor$$, $$usage$$) as monitors')).toEqual([
      { monitors: true },
    ]);
    expect(await query(url.href, 'select count(*) > 0 as some from pg_stat_activity where query is not null')).toEqual([
      { some: true },
    ]);
    await expect(query(url.href, 'select * from requests')).rejects.toThrow('permission denied');
    const [role] = await query(
      new URL(url.href.replace('llm_gateway_exporter@', 'test@')).href,
      "select rolpassword like 'SCRAM-SHA-256$%' as hashed, rolsuper from pg_authid where rolname = 'llm_gateway_exporter'"
    );
    expect(role).toEqual({ hashed: true, rolsuper: false });
  } finally {
    await postgres.remove();
  }
});
