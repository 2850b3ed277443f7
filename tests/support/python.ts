import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Python = { readonly version: string; readonly python: string } | { readonly missing: string };

export interface Wanted {
  readonly name: string;
  readonly version: string;
  /** What must not fail once it is installed. */
  readonly proof: string;
  /** File that says that it did not. */
  readonly proven: string;
  readonly install: (pip: (packages: readonly string[]) => void) => void;
}

/** A Python with a package in it, made at the first call and kept for the next; or why there is none. */
export function pythonWith({ name, version, proof, proven, install }: Wanted): Python {
  const home = join(homedir(), '.cache', 'llm-gateway-test', `${name.toLowerCase()}-${version}`);
  const python = join(home, 'bin', 'python');
  const mark = join(home, proven);
  try {
    if (!existsSync(mark)) {
      rmSync(home, { recursive: true, force: true });
      mkdirSync(home, { recursive: true });
      run('python3', ['-m', 'venv', home]);
      install((packages) =>
        run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages])
      );
      run(python, ['-c', proof]);
      writeFileSync(mark, '');
    }
    return { version, python };
  } catch (error) {
    return { missing: `${name} ${version}: ${(error as Error).message.split('\n')[0]}` };
  }
}

/** Skips a test where there is none, and says why. */
export function testWith(installed: Python): typeof test {
  if (!('missing' in installed)) {
    return test;
  }
  const skip = (name: string) => test.skip(`${name} (${installed.missing})`, () => undefined);
  return Object.assign(skip, { each: () => skip }) as never;
}

/** @throws Error if the program is not there or fails. */
function run(program: string, args: readonly string[]): void {
  const env = { ...process.env, LITELLM_LOCAL_MODEL_COST_MAP: 'True' };
  execFileSync(program, args, { stdio: 'ignore', timeout: 600_000, env });
}
