import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

export interface Addresses {
  readonly gateway: string;
  readonly prometheus: string | undefined;
  readonly secrets: string;
}

/** `npm start` without npm in between, in a process group of its own as a terminal gives it one. */
export class NpmStart {
  output = '';
  private readonly child: ChildProcess;

  /** @param path what is on PATH */
  constructor(data: string, path: string) {
    this.child = fork(join(ROOT, 'tools', 'start.mjs'), ['--data', data], {
      cwd: ROOT,
      silent: true,
      detached: true,
      env: {
        ...process.env,
        PATH: path,
        LLM_GATEWAY_ADMIN_TOKEN: '',
        LLM_GATEWAY_METRICS_TOKEN: '',
        LLM_GATEWAY_ALERTS_TOKEN: '',
      },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  ready(): Promise<Addresses> {
    return new Promise((resolve, reject) => {
      this.child.on('message', (message: Addresses & { ready?: boolean }) => message.ready && resolve(message));
      this.child.once('exit', (code) => reject(new Error(`ended with exit code ${code}:\n${this.output}`)));
    });
  }

  /** What Ctrl-C does in a terminal: SIGINT to the whole foreground group. */
  async ctrlC(): Promise<number | null> {
    const ended = once(this.child, 'exit') as Promise<[number | null]>;
    process.kill(-(this.child.pid as number), 'SIGINT');
    const [code] = await ended;
    return code;
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null) {
      await this.ctrlC();
    }
  }
}

/** A directory to use as PATH, with only these of the real one's commands in it. */
export function pathWith(...commands: string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-path-'));
  for (const command of commands) {
    const real = onPath(command);
    if (real !== undefined) {
      symlinkSync(real, join(directory, command));
    }
  }
  return directory;
}

export function isOnPath(command: string): boolean {
  return onPath(command) !== undefined;
}

function onPath(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file));
}

export function readSecret(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8').trim();
}

/** Command lines of the running processes that mention a text. */
export function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line.includes(text));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
