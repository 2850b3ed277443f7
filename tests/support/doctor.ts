import { execFile } from 'node:child_process';

import type { Finding, Part, Status } from '../../gateway/src/doctor/finding.js';
import { CLI } from './gateway.js';

/** What `llm-gateway doctor --json` said. */
export class Diagnosis {
  constructor(
    readonly exitCode: number,
    readonly findings: readonly Finding[],
    /** All that it printed. */
    readonly output: string
  ) {}

  /** Parts with a finding of that status, each once. */
  parts(status: Status): readonly Part[] {
    return [...new Set(this.findings.filter((each) => each.status === status).map(({ part }) => part))];
  }

  of(part: Part): readonly Finding[] {
    return this.findings.filter((each) => each.part === part);
  }

  /** In short, for the message of a test that fails. */
  get summary(): readonly string[] {
    return this.findings.map(({ part, status, message }) => `${status} ${part}: ${message}`);
  }
}

/** Runs the built doctor. */
export async function askDoctor(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Diagnosis> {
  const { code, stdout } = await runDoctor(['--json', ...args], env);
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  return new Diagnosis(code, findings, stdout);
}

/** The same, as people see it. */
export function runDoctor(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, [CLI, 'doctor', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
