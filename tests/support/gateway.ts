import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';

import type { AttemptRow, RequestRow } from '../../gateway/src/store/schema.js';
import type { UsageMeasures } from '../../gateway/src/usage/queryUsage.js';
import { type Samples, parseSamples } from './samples.js';

export const CLI = join(__dirname, '../../gateway/dist/cli.js');

export type UsageGroup = UsageMeasures & Readonly<Record<string, unknown>>;
export interface Usage {
  readonly groups: readonly UsageGroup[];
  readonly totals: UsageMeasures;
}

export interface GatewayOptions {
  /** Of an earlier gateway, to go on with; a new one otherwise. */
  readonly directory?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Key that the configurations of tests give their clients. */
export const CLIENT_KEY = 'test-client-key';

/** A configuration with one client key and a ledger that writes at once. */
export function configuration(rest: string, server = '{ port: 0 }'): string {
  return `server: ${server}\nkeys: [{ name: test, key: ${CLIENT_KEY}, team: tests }]\nledger: { flush_ms: 10 }\n${rest}`;
}

/** A gateway in a process of its own, as users run it. */
export class TestGateway {
  private constructor(
    readonly url: string,
    readonly directory: string,
    private readonly child: ChildProcess,
    private readonly lines: readonly string[]
  ) {}

  /** Starts the built gateway on a free port. */
  static async start(config: string, options: GatewayOptions = {}): Promise<TestGateway> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'llm-gateway-test-'));
    const file = join(directory, 'gateway.yaml');
    writeFileSync(file, config);
    const data = join(directory, 'data');
    const child = spawn(process.execPath, [CLI, 'serve', '--config', file, '--port', '0', '--data', data], {
      env: { PATH: process.env['PATH'], ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line);
          if (line.includes('"msg":"listening"')) {
            resolve((JSON.parse(line) as { url: string }).url);
          }
        });
      }
      child.once('close', (code) => reject(new Error(`the gateway ended with ${code}:\n${lines.join('\n')}`)));
    });
    return new TestGateway(url, directory, child, lines);
  }

  /** All it has printed and logged so far. */
  get output(): string {
    return this.lines.join('\n');
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get adminToken(): string {
    return this.secret('admin-token');
  }

  get metricsToken(): string {
    return this.secret('metrics-token');
  }

  /** File of a secret that the gateway generated. */
  secretFile(name: string): string {
    return join(this.directory, 'data', 'secrets', name);
  }

  secret(name: string): string {
    return readFileSync(this.secretFile(name), 'utf8').trim();
  }

  /** `GET /api/v1/usage` with the admin token. */
  async usage(query = ''): Promise<Usage> {
    return (await this.get(`/api/v1/usage${query}`, this.adminToken)).json() as Promise<Usage>;
  }

  /** The ledger's rows of a model, the oldest request first. */
  async rows(model: string): Promise<readonly RequestRow[]> {
    return this.select<RequestRow>('select * from requests where model = ? order by time, id', model);
  }

  /** The attempts of a request, where they say more than its row. */
  async attempts(requestId: string | undefined): Promise<readonly AttemptRow[]> {
    return this.select<AttemptRow>('select * from attempts where request_id = ? order by number', requestId);
  }

  /** `/metrics`, read. */
  async metrics(): Promise<Samples> {
    return parseSamples(await (await this.get('/metrics', this.metricsToken)).text());
  }

  async get(path: string, token?: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  }

  /** A chat completion as any HTTP client would ask for it. */
  async chat(body: object | string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
  }

  private async select<Row>(sql: string, parameter: string | undefined): Promise<readonly Row[]> {
    // A query has everything written that has ended.
    await this.usage();
    const ledger = new Database(join(this.directory, 'data', 'ledger.sqlite'), { readonly: true });
    try {
      return ledger.prepare(sql).all(parameter) as Row[];
    } finally {
      ledger.close();
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Exit code, once it has ended. */
  async ended(): Promise<number | null> {
    if (this.running) {
      await once(this.child, 'close');
    }
    return this.child.exitCode;
  }

  /** Ends it as an operator would; what it kept stays. */
  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.ended();
  }

  /** Ends it and removes what it kept. */
  async remove(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
