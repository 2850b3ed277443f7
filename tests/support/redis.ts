import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

import { freePort } from './freePort.js';

/** Whether redis-server can be started here. */
export const hasRedis = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'redis-server')));

/** A test that runs where Redis is installed. */
export const withRedis: (name: string, run: () => Promise<void>, timeoutMs?: number) => void = hasRedis
  ? test
  : (name, run) => test.skip(`${name} (redis-server is not installed)`, run);

/** A throwaway Redis that can be killed and started again, empty. */
export class TestRedis {
  private constructor(
    private readonly port: number,
    private server: ChildProcess
  ) {}

  static async start(): Promise<TestRedis> {
    const port = await freePort();
    return new TestRedis(port, await startRedis(port));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Forgets everything. */
  async empty(): Promise<void> {
    await this.ask((connection) => connection.flushall());
  }

  /** Ids of the connections that others have to it. */
  async connections(): Promise<readonly string[]> {
    const [own, all] = await this.ask(async (connection) => [
      String(await connection.client('ID')),
      String(await connection.client('LIST')),
    ]);
    return [...(all ?? '').matchAll(/\bid=(\d+)/g)].map(([, id]) => id ?? '').filter((id) => id !== own);
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = once(this.server, 'exit');
      this.server.kill('SIGKILL');
      await ended;
    }
  }

  async restart(): Promise<void> {
    this.server = await startRedis(this.port);
  }

  private async ask<Answer>(question: (connection: Redis) => Promise<Answer>): Promise<Answer> {
    const connection = new Redis(this.url);
    try {
      return await question(connection);
    } finally {
      connection.disconnect();
    }
  }

  /** Connections stay, and nothing is answered. */
  pause(): void {
    this.server.kill('SIGSTOP');
  }

  resume(): void {
    this.server.kill('SIGCONT');
  }
}

async function startRedis(port: number): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const chunk of redis.stdout.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('Ready to accept connections')) {
      redis.stdout.resume();
      return redis;
    }
  }
  throw new Error('Redis did not start.');
}
