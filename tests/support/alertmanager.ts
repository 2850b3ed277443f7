import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './freePort.js';

/** Debian calls it after what it belongs to. */
const program = ['alertmanager', 'prometheus-alertmanager'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** Whether there is an Alertmanager on PATH. */
export const hasAlertmanager = program !== undefined;

const POLL_MS = 50;
const PATIENCE_MS = 20_000;

export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** RFC 3339; in the past once it is resolved. */
  readonly endsAt?: string;
}

/** An alert as Alertmanager knows it. */
export interface KnownAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly status: { readonly state: 'active' | 'suppressed' | 'unprocessed' };
}

/** A real Alertmanager with a configuration of its own. */
export class TestAlertmanager {
  private constructor(
    readonly url: string,
    private readonly directory: string,
    private readonly child: ChildProcess
  ) {}

  /**
   * @param config as in alertmanager.yml
   * @param files what lies beside it: text by path
   */
  static async start(config: object, files: Readonly<Record<string, string>> = {}): Promise<TestAlertmanager> {
    const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-alertmanager-'));
    const file = join(directory, 'alertmanager.yml');
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(config));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      program ?? 'alertmanager',
      [
        `--config.file=${file}`,
        `--storage.path=${join(directory, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] }
    );
    const alertmanager = new TestAlertmanager(`http://${address}`, directory, child);
    const deadline = Date.now() + PATIENCE_MS;
    while (
      !(await fetch(`${alertmanager.url}/-/ready`).then(
        ({ ok }) => ok,
        () => false
      ))
    ) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`Alertmanager did not start (exit code ${child.exitCode})`);
      }
      await sleep(POLL_MS);
    }
    return alertmanager;
  }

  /** Tells it of alerts as Prometheus does. */
  async post(alerts: readonly PostedAlert[]): Promise<void> {
    const response = await fetch(`${this.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!response.ok) {
      throw new Error(`Alertmanager answered ${response.status}: ${await response.text()}`);
    }
  }

  /** What fires now, what is inhibited included. */
  async alerts(): Promise<readonly KnownAlert[]> {
    return (await (await fetch(`${this.url}/api/v2/alerts`)).json()) as KnownAlert[];
  }

  async remove(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'close');
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}
