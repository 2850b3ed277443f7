import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

import { freePort } from './freePort.js';

const DEBIAN = '/usr/lib/postgresql';
const folders = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
];
/** Where PostgreSQL's programs are. */
const programs = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

/** Whether PostgreSQL can be started here. */
export const hasPostgres = programs !== undefined;

/** A test that runs where PostgreSQL is installed. */
export const withPostgres: (name: string, run: () => Promise<void>) => void =
  programs === undefined ? (name, run) => test.skip(`${name} (PostgreSQL is not installed)`, run) : test;

/** PostgreSQL refuses to run as root, so that root runs it as nobody. */
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A throwaway PostgreSQL that can be stopped and started again. */
export class TestPostgres {
  private databases = 0;

  private constructor(
    private readonly directory: string,
    private readonly port: number,
    private server: ChildProcess
  ) {}

  static async start(): Promise<TestPostgres> {
    const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-postgres-'));
    if (owner.uid !== undefined) {
      chownSync(directory, owner.uid, owner.gid);
    }
    const data = join(directory, 'data');
    execFileSync(program('initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'], {
      ...owner,
      stdio: 'ignore',
    });
    const port = await freePort();
    return new TestPostgres(directory, port, await run(directory, port));
  }

  /** URL of a new, empty database. */
  async createDatabase(): Promise<string> {
    this.databases += 1;
    const name = `test_${this.databases}`;
    await query(this.urlOf('postgres'), `create database ${name}`);
    return this.urlOf(name);
  }

  /** Breaks every connection and takes no new ones; what was committed stays. */
  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.kill('SIGINT');
    await ended;
  }

  async restart(): Promise<void> {
    this.server = await run(this.directory, this.port);
  }

  async remove(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      await this.stop();
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  private urlOf(database: string): string {
    return `postgres://test@127.0.0.1:${this.port}/${database}`;
  }
}

/** One query on a connection of its own. */
export async function query(url: string, sql: string): Promise<ReadonlyArray<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function program(name: string): string {
  return join(programs ?? '', name);
}

async function run(directory: string, port: number): Promise<ChildProcess> {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${directory}`, 'fsync=off'];
  const args = ['-D', join(directory, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(program('postgres'), args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const chunk of server.stderr.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('ready to accept connections')) {
      server.stderr.resume();
      return server;
    }
  }
  throw new Error('PostgreSQL did not start.');
}
