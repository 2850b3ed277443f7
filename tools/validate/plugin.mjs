import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { run } from '../stack/run.mjs';

/**
 * @typedef {{ severity: 'error' | 'warning' | 'recommendation', rule: string, message: string }} Finding
 * @typedef {{ path: string, json: any }} Metadata `path` is that of the plugin.json, relative to the plugin's folder
 * @typedef {{ root: string, folder: string, files: string[], metadata: Metadata[] }} Plugin
 * `root` is where the archive was unpacked, `folder` the plugin's own; `files` are relative to that
 */

/** Unpacks an archive into a folder of its own, which the caller deletes. @param {string} archive */
export async function unpack(archive) {
  const root = mkdtempSync(join(tmpdir(), 'llm-gateway-plugin-'));
  await run('unzip', ['-q', archive, '-d', root]);
  return root;
}

/** @param {string} root @returns {Plugin} */
export function readPlugin(root) {
  const [only] = readdirSync(root);
  const folder = join(root, only ?? '');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile()
  );
  const metadata = files
    .filter((path) => path === 'plugin.json' || path.endsWith('/plugin.json'))
    .map((path) => ({ path, json: JSON.parse(readFileSync(join(folder, path), 'utf8')) }));
  return { root, folder, files, metadata };
}

/** Text of a file of the plugin; undefined where it is missing. @param {Plugin} plugin @param {string} path */
export function textOf({ folder }, path) {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A path that a plugin.json names, relative to the plugin's folder. @param {Metadata} metadata @param {string} named */
export function namedBy({ path }, named) {
  return relative('.', join(dirname(path), named));
}
