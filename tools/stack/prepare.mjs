import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { findCommand, inRoot } from './paths.mjs';
import { run } from './run.mjs';

/** Installs and builds what is missing or older than its sources. Says what it does; does nothing when all is there. */
export async function prepare() {
  await install();
  await build('gateway', ['catalogue/src', 'gateway/src'], existsSync(inRoot('gateway', 'dist', 'cli.js')), () =>
    run('npm', ['run', '--silent', 'build:node'], { cwd: inRoot() })
  );
  const app = ['src', 'catalogue/src', '.config', 'webpack.config.ts'];
  await build('app', app, existsSync(inRoot('dist', 'module.js')), () =>
    run('npm', ['run', '--silent', 'build:app', '--', '--stats', 'errors-only'], { cwd: inRoot() })
  );
  return { backend: await buildBackend() };
}

async function install() {
  const stamp = inRoot('node_modules', '.llm-gateway-installed');
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (read(stamp) === lock) {
    return;
  }
  console.log('Installing packages (npm ci): a minute or two, the first time only');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: inRoot() });
  writeFileSync(stamp, lock);
}

/** @returns {Promise<string | undefined>} why the data source's backend is not there. */
async function buildBackend() {
  if (findCommand('go') === undefined) {
    return hasBackend()
      ? undefined
      : 'Go is not on PATH, so the data source has no backend: pages show metrics, but no cost and no usage. Install Go 1.26 or newer.';
  }
  const target = `build:${goTarget()}`;
  await build('backend', ['pkg', 'go.mod', 'go.sum', 'Magefile.go'], hasBackend(), () =>
    run('go', ['run', 'github.com/magefile/mage', target], { cwd: inRoot() })
  );
  return undefined;
}

function hasBackend() {
  const folder = inRoot('dist', 'datasource');
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('gpx_'));
}

/** Name of the Grafana SDK's build target for this machine. */
function goTarget() {
  const system = process.platform === 'darwin' ? 'darwin' : process.platform === 'win32' ? 'windows' : 'linux';
  return process.arch === 'arm64' && system !== 'windows' ? `${system}ARM64` : system;
}

/**
 * Builds a part if its output is missing or older than its sources.
 * @param {'gateway' | 'app' | 'backend'} part
 * @param {string[]} sources
 * @param {boolean} there whether its output is there
 * @param {() => Promise<void>} make
 */
async function build(part, sources, there, make) {
  const stamp = inRoot('node_modules', '.cache', 'llm-gateway', part);
  const built = there && existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const started = new Date();
  if (built > Math.max(newest(inRoot('package-lock.json')), ...sources.map((source) => newest(inRoot(source))))) {
    return;
  }
  console.log(`Building the ${NAMES[part]}`);
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // What was changed while it was being built is built again next time.
  utimesSync(stamp, started, started);
}

const NAMES = { gateway: 'catalogue and gateway', app: 'Grafana app', backend: "data source's backend" };

/** @param {string} path @returns {number} time of the last change below it, in epoch milliseconds */
function newest(path) {
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory()
    ? readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs)
    : mtimeMs;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
