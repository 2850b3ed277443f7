import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '1.109.1';
const HOME = join(homedir(), '.cache', 'llm-gateway-test', `litellm-${VERSION}`);
const PYTHON = join(HOME, 'bin', 'python');
/** There once it has been imported, its metrics included. */
const PROVEN = join(HOME, 'works-with-metrics');

/** What importing it needs. Taken in whatever version there is when the exact ones it asks for cannot be had. */
const NEEDED = [
  'aiohttp',
  'click',
  'fastuuid',
  'filelock',
  'httpx[http2]',
  'importlib-metadata',
  'jinja2',
  'jsonschema',
  'openai',
  'pydantic',
  'pydantic-settings',
  'python-dotenv',
  'pyyaml',
  'tiktoken',
  'tokenizers',
];

/** What its metrics need besides; it leaves them to those who run its proxy. */
const FOR_METRICS = ['prometheus-client', 'starlette'];

export type LiteLlm = { readonly version: string; readonly python: string } | { readonly missing: string };

/** A Python with LiteLLM in it, made at the first call and kept for the next; or why there is none. */
export function litellm(): LiteLlm {
  try {
    if (!existsSync(PROVEN)) {
      install();
      run(PYTHON, ['-c', 'import litellm.integrations.prometheus, prometheus_client, starlette']);
      writeFileSync(PROVEN, '');
    }
    return { version: VERSION, python: PYTHON };
  } catch (error) {
    return { missing: `LiteLLM ${VERSION}: ${(error as Error).message.split('\n')[0]}` };
  }
}

function install(): void {
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  run('python3', ['-m', 'venv', HOME]);
  try {
    pip([`litellm==${VERSION}`]);
  } catch {
    pip(['--no-deps', `litellm==${VERSION}`]);
    pip(NEEDED);
  }
  pip(FOR_METRICS);
}

function pip(packages: readonly string[]): void {
  run(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
}

/** @throws Error if the program is not there or fails. */
function run(program: string, args: readonly string[]): void {
  const env = { ...process.env, LITELLM_LOCAL_MODEL_COST_MAP: 'True' };
  execFileSync(program, args, { stdio: 'ignore', timeout: 600_000, env });
}
