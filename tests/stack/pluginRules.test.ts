import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { faults, validateUnpacked } from '../../tools/validate/validate.mjs';

const ID = 'acme-gateway-app';
const LOGOS = { small: 'img/logo.svg', large: 'img/logo.svg' };
const info = {
  version: '1.2.3',
  updated: '2026-11-26',
  author: { name: 'Acme' },
  description: 'A gateway',
  keywords: ['llm'],
  logos: LOGOS,
  screenshots: [{ name: 'Overview', path: 'img/overview.png' }],
};
const dependencies = { grafanaDependency: '>=12.3.0' };
const app = {
  id: ID,
  name: 'Gateway',
  type: 'app',
  info,
  dependencies,
  includes: [{ type: 'datasource', path: 'datasource/plugin.json' }],
};
const dataSource = {
  id: 'acme-gateway-datasource',
  name: 'Gateway',
  type: 'datasource',
  backend: true,
  executable: 'gpx_gateway',
  info,
  dependencies,
};
const SOUND: Readonly<Record<string, string>> = {
  'plugin.json': JSON.stringify(app),
  'module.js': 'define([], () => ({}))',
  'module.js.map': '{}',
  'README.md': '# Gateway\n\n[Docs](https://example.com/docs), [below](#below)',
  LICENSE: 'Apache License\n   Version 2.0, January 2004',
  'CHANGELOG.md': '# 1.2.3',
  'MANIFEST.txt': 'signed',
  'img/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  'img/overview.png': 'png',
  'datasource/plugin.json': JSON.stringify(dataSource),
  'datasource/module.js': 'define([], () => ({}))',
  'datasource/module.js.map': '{}',
  'datasource/img/logo.svg': '<svg/>',
  'datasource/img/overview.png': 'png',
  'datasource/gpx_gateway_linux_amd64': 'binary',
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plugin-rules-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The rules that are broken by the sound plugin with these files in place of its own; undefined takes one out. */
function broken(changes: Readonly<Record<string, string | undefined>> = {}, folder = ID): string[] {
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text !== undefined) {
      const file = join(root, folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      chmodSync(file, path.includes('gpx_') ? 0o755 : 0o644);
    }
  }
  return faults(validateUnpacked(root)).map(({ rule }) => rule);
}

test('nothing is found in a plugin that is sound', () => {
  expect(broken()).toEqual([]);
});

test.each([
  ['module.js', undefined, ['missing-modulejs']],
  ['datasource/module.js.map', undefined, ['js-map-not-found']],
  ['img/overview.png', undefined, ['path-not-exists']],
  ['datasource/gpx_gateway_linux_amd64', undefined, ['backend-binary-missing']],
  ['datasource/gpx_gateway_debug', 'binary', ['backend-debug-file']],
  ['README.md', '', ['missing-readme']],
  ['README.md', '[Docs](docs/here.md)', ['relative-link']],
  ['README.md', 'run yarn', ['developer-jargon']],
  ['LICENSE', 'All rights reserved', ['license-not-valid']],
  ['CHANGELOG.md', undefined, ['missing-changelog']],
  ['img/logo.svg', '<svg><script>alert(1)</script></svg>', ['unsafe-svg-file']],
  ['module.js', 'fetch("https://www.google-analytics.com/collect")', ['tracking-scripts']],
  ['lazy.js', 'o.findDOMNode(e)', ['react-19']],
  ['lazy.js', 'e.defaultProps={size:1}', ['react-19']],
  ['lazy.js', 'var s=Symbol.for("react.element")', ['react-19']],
  ['plugin.json', JSON.stringify({ ...app, name: ID }), ['human-friendly-name']],
  ['plugin.json', JSON.stringify({ ...app, includes: [] }), ['nested-plugins-not-declared']],
  [
    'plugin.json',
    JSON.stringify({ ...app, info: { ...info, version: '%VERSION%' } }),
    expect.arrayContaining(['invalid-metadata']),
  ],
  ['plugin.json', JSON.stringify({ ...app, info: { ...info, keywords: [] } }), ['empty-keywords']],
  [
    'plugin.json',
    JSON.stringify({ ...app, info: { ...info, logos: { ...LOGOS, small: '/logo.svg' } } }),
    ['invalid-relative-path'],
  ],
  ['plugin.json', JSON.stringify({ ...app, dependencies: {} }), ['invalid-grafana-dependency']],
  ['datasource/plugin.json', JSON.stringify({ ...dataSource, backend: false }), ['backend-found-but-not-declared']],
  [
    'datasource/plugin.json',
    JSON.stringify({ ...dataSource, type: 'app' }),
    ['plugin-type-suffix', 'nested-plugin-type-missmatch'],
  ],
])('%s, case %#', (path, text, rules) => {
  expect(broken({ [path]: text })).toEqual(rules);
});

test('the archive holds one folder, called as the plugin', () => {
  expect(broken({}, 'dist')).toEqual(['no-ident-root-dir']);
});

test('binaries can be run', () => {
  broken();
  chmodSync(join(root, ID, 'datasource/gpx_gateway_linux_amd64'), 0o644);
  expect(faults(validateUnpacked(root)).map(({ rule }) => rule)).toEqual(['binary-permissions']);
});

test('what is not signed, and has an id of two parts, is explained', () => {
  expect(broken({ 'MANIFEST.txt': undefined })).toEqual([]);
});
