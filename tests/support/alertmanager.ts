import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { alertmanagerFiles } from '../../catalogue/src/generate/alertmanager/files.js';
import { readSettings } from '../../catalogue/src/generate/alertmanager/settings.js';
import { freePort } from './freePort.js';
import { programOnPath } from './programOnPath.js';
import { until } from './until.js';

const NAMES = ['alertmanager', 'prometheus-alertmanager'] as const;

/** Whether there is an Alertmanager on PATH. */
export const hasAlertmanager = (): boolean => programOnPath(...NAMES) !== undefined;

export interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

/** A real Alertmanager with the configuration that is generated for an environment, and nothing else. */
export class TestAlertmanager {
  private constructor(
    /** host:port */
    readonly address: string,
    private readonly directory: string,
    private readonly child: ChildProcess
  ) {}

  /** @param hurried makes the generated file's waiting times what a test has patience for */
  static async start(env: Record<string, string>, hurried: (yaml: string) => string): Promise<TestAlertmanager> {
    const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-alertmanager-'));
    const secrets = join(directory, 'secrets');
    const { settings, texts } = readSettings(env, secrets);
    const [config, ...templates] = alertmanagerFiles(directory, settings);
    if (config === undefined) {
      throw new Error('there is no configuration');
    }
    const written = [
      { path: config.path, text: hurried(config.text) },
      ...templates,
      ...Object.entries(texts).map(([name, text]) => ({ path: join(secrets, name), text })),
    ];
    for (const { path, text } of written) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      programOnPath(...NAMES) ?? NAMES[0],
      [
        `--config.file=${config.path}`,
        `--storage.path=${join(directory, 'state')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
        '--log.level=warn',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] }
    );
    await until(() =>
      fetch(`http://${address}/-/ready`).then(
        ({ ok }) => ok,
        () => false
      )
    );
    return new TestAlertmanager(address, directory, child);
  }

  /** What fires now, the inhibited included. */
  async alerts(): Promise<readonly FiringAlert[]> {
    const response = await fetch(`http://${this.address}/api/v2/alerts?active=true&inhibited=true`);
    return (await response.json()) as FiringAlert[];
  }

  async remove(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'close');
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}
