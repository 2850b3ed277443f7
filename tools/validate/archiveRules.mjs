import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { namedBy } from './plugin.mjs';

/** @typedef {import('./plugin.mjs').Plugin} Plugin @typedef {import('./plugin.mjs').Finding} Finding */

/** Layout of the archive, its binaries and its pictures. @param {Plugin} plugin @returns {Finding[]} */
export function archiveRules(plugin) {
  return [...layout(plugin), ...binaries(plugin), ...pictures(plugin)];
}

/** @param {Plugin} plugin @returns {Finding[]} */
function layout({ root, folder, files, metadata }) {
  /** @type {Finding[]} */
  const findings = [];
  const error = (/** @type {string} */ rule, /** @type {string} */ message) =>
    findings.push({ severity: 'error', rule, message });
  const top = readdirSync(root);
  if (top.length !== 1) {
    error('more-than-one-dir', `the archive holds ${top.length} entries at its top: it must be one folder`);
  }
  const id = metadata.find(({ path }) => path === 'plugin.json')?.json.id;
  if (basename(folder) !== id) {
    error('no-ident-root-dir', `the folder must be called ${id}, as the plugin's id, not ${basename(folder)}`);
  }
  for (const { path } of metadata) {
    const module = path.replace(/plugin\.json$/, 'module.js');
    if (!files.includes(module)) {
      error('missing-modulejs', `${module} is missing`);
    } else if (!files.includes(`${module}.map`)) {
      error('js-map-not-found', `${module}.map is missing`);
    }
  }
  return findings;
}

/** @param {Plugin} plugin @returns {Finding[]} */
function binaries({ folder, files, metadata }) {
  return metadata.flatMap((each) => {
    const { backend, alerting, executable } = each.json;
    if ((alerting || executable) && !backend) {
      return [finding('backend-found-but-not-declared', `${each.path}: alerting and executable need backend: true`)];
    }
    if (!backend) {
      return [];
    }
    if (!executable) {
      return [finding('backend-binary-missing', `${each.path}: backend: true needs an executable`)];
    }
    const found = files.filter((path) => path.startsWith(namedBy(each, executable)));
    const debug = found.filter((path) => /debug|standalone/.test(basename(path)));
    return [
      ...(found.length === 0 ? [finding('backend-binary-missing', `${each.path}: there is no ${executable}_*`)] : []),
      ...debug.map((path) => finding('backend-debug-file', `${path} is for debugging and must not be shipped`)),
      ...found
        .filter((path) => !path.endsWith('.exe') && (statSync(join(folder, path)).mode & 0o777) !== 0o755)
        .map((path) => finding('binary-permissions', `${path} must have the mode 0755`)),
    ];
  });
}

/** @param {Plugin} plugin @returns {Finding[]} */
function pictures({ files, metadata }) {
  return metadata.flatMap((each) => {
    const { logos = {}, screenshots = [] } = each.json.info;
    const named = [
      ['small logo', logos.small],
      ['large logo', logos.large],
      ...screenshots.map((/** @type {{ path: string }} */ { path }) => ['screenshot', path]),
    ];
    return named.flatMap(([kind, path]) => {
      if (typeof path !== 'string' || path.trim() === '') {
        return [finding('logos', `${each.path}: the path of a ${kind} is empty`)];
      }
      if (/^(\.|\/|https?:)/.test(path)) {
        return [finding('invalid-relative-path', `${each.path}: the path of a ${kind} must be relative: ${path}`)];
      }
      return files.includes(namedBy(each, path))
        ? []
        : [finding('path-not-exists', `${each.path}: there is no ${kind} ${path}`)];
    });
  });
}

/** @param {string} rule @param {string} message @returns {Finding} */
function finding(rule, message) {
  return { severity: 'error', rule, message };
}
