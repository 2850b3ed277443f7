import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './freePort.js';
import type { TestGateway } from './gateway.js';
import type { Sample } from './samples.js';

/** Whether there is a `prometheus` on PATH. */
export function hasPrometheus(): boolean {
  try {
    execFileSync('prometheus', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Between two looks at something that Prometheus has no event for, in milliseconds. */
const POLL_MS = 50;
/** Longest wait for it, in milliseconds. */
const PATIENCE_MS = 20_000;

export interface PrometheusOptions {
  /** Groups of a rule file. */
  readonly rules?: readonly object[];
  /** host:port */
  readonly alertmanager?: string;
  /** Whether it also reads the ledger's totals (`/api/v1/llm/metrics`). */
  readonly usage?: boolean;
}

/** A real Prometheus that scrapes one gateway with its token. */
export class TestPrometheus {
  private constructor(
    readonly url: string,
    private readonly directory: string,
    private readonly child: ChildProcess
  ) {}

  static async start(
    gateway: TestGateway,
    { rules, alertmanager, usage = false }: PrometheusOptions = {}
  ): Promise<TestPrometheus> {
    const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-prometheus-'));
    const job = {
      job_name: 'llm-gateway',
      authorization: { credentials_file: gateway.secretFile('metrics-token') },
      static_configs: [{ targets: [new URL(gateway.url).host] }],
    };
    const usageJob = { ...job, job_name: 'llm-gateway-usage', metrics_path: '/api/v1/llm/metrics' };
    const config = {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      ...(rules !== undefined && { rule_files: ['rules.yml'] }),
      ...(alertmanager !== undefined && {
        alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
      }),
      scrape_configs: usage ? [job, usageJob] : [job],
    };
    const file = join(directory, 'prometheus.yml');
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(config));
    if (rules !== undefined) {
      writeFileSync(join(directory, 'rules.yml'), JSON.stringify({ groups: rules }));
    }
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      'prometheus',
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${join(directory, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=error',
        '--enable-feature=exemplar-storage',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] }
    );
    const prometheus = new TestPrometheus(`http://${address}`, directory, child);
    await prometheus.until(() => fetch(`${prometheus.url}/-/ready`).then(({ ok }) => ok));
    return prometheus;
  }

  /** Waits until it has scraped the gateway after this moment (epoch milliseconds). */
  async scrapedAfter(moment: number): Promise<void> {
    await this.until(async () => {
      const [up, at] = await Promise.all([this.query('up'), this.query('timestamp(up)')]);
      return up[0]?.value === 1 && (at[0]?.value ?? 0) * 1000 > moment;
    });
  }

  /** The value of an expression now. */
  async query(expression: string): Promise<readonly Sample[]> {
    const response = await fetch(`${this.url}/api/v1/query?${new URLSearchParams({ query: expression }).toString()}`);
    const answer = (await response.json()) as {
      readonly error?: string;
      readonly data?: { readonly result: ReadonlyArray<{ metric: Record<string, string>; value: [number, string] }> };
    };
    if (answer.data === undefined) {
      throw new Error(`${expression}: ${answer.error}`);
    }
    return answer.data.result.map(({ metric, value }) => ({
      name: metric['__name__'] ?? '',
      labels: metric,
      value: Number(value[1]),
    }));
  }

  /** Labels of the exemplars that series have had in the last hour. */
  async exemplars(selector: string): Promise<ReadonlyArray<Readonly<Record<string, string>>>> {
    const now = Date.now() / 1000;
    const query = new URLSearchParams({ query: selector, start: String(now - 3_600), end: String(now + 60) });
    const response = await fetch(`${this.url}/api/v1/query_exemplars?${query.toString()}`);
    const answer = (await response.json()) as {
      readonly data: ReadonlyArray<{ readonly exemplars: ReadonlyArray<{ readonly labels: Record<string, string> }> }>;
    };
    return answer.data.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels));
  }

  async remove(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'close');
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async until(reached: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await reached().catch(() => false))) {
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`Prometheus did not get there in time (exit code ${this.child.exitCode})`);
      }
      await sleep(POLL_MS);
    }
  }
}
