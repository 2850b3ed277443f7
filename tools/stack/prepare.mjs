import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { findCommand, inRoot } from './paths.mjs';
import { run } from './run.mjs';

/** Installs and builds what is missing or older than its sources. Says what it does; does nothing when all is there. */
export async function prepare() {
  await install();
  await build('catalogue and gateway', ['catalogue/src', 'gateway/src'], 'gateway/dist/.built', () =>
    run('npm', ['run', '--silent', 'build:node'], { cwd: inRoot() })
  );
  await build('Grafana app', ['src', 'catalogue/src', '.config', 'webpack.config.ts'], 'dist/.built', () =>
    run('npm', ['run', '--silent', 'build:app'], { cwd: inRoot() })
  );
  return { backend: await buildBackend() };
}

async function install() {
  const stamp = inRoot('node_modules', '.llm-gateway-installed');
  const lock = createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
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
    return existsSync(inRoot('dist', 'datasource')) && hasBackend()
      ? undefined
      : 'Go is not on PATH, so the data source has no backend: pages show metrics, but no cost and no usage. Install Go 1.26 or newer.';
  }
  const target = `build:${goTarget()}`;
  await build("data source's backend", ['pkg', 'go.mod', 'go.sum', 'Magefile.go'], 'dist/datasource/.built', () =>
    run('go', ['run', 'github.com/magefile/mage', target], { cwd: inRoot() })
  );
  return undefined;
}

function hasBackend() {
  return readdirSync(inRoot('dist', 'datasource')).some((name) => name.startsWith('gpx_'));
}

/** Name of the Grafana SDK's build target for this machine. */
function goTarget() {
  const system = process.platform === 'darwin' ? 'darwin' : process.platform === 'win32' ? 'windows' : 'linux';
  return process.arch === 'arm64' && system !== 'windows' ? `${system}ARM64` : system;
}

/**
 * @param {string} what
 * @param {string[]} sources
 * @param {string} stamp file whose time says when it was last built
 * @param {() => Promise<void>} make
 */
async function build(what, sources, stamp, make) {
  const built = existsSync(inRoot(stamp)) ? statSync(inRoot(stamp)).mtimeMs : 0;
  if (built > Math.max(...sources.map((source) => newest(inRoot(source))), newest(inRoot('package-lock.json')))) {
    return;
  }
  console.log(`Building the ${what}`);
  await make();
  writeFileSync(inRoot(stamp), '');
}

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
