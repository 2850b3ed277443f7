// npm run generate: writes everything that is made from the catalogue, the configuration's schema and the admin API.
// With --check it writes nothing and fails when a file differs from what would be written.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

import { adminApiTypes } from './generate/adminApiTypes.mjs';
import { inRoot } from './stack/paths.mjs';

const check = process.argv.includes('--check');

/** @param {string[]} args @param {string} [input] */
function node(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: inRoot(), encoding: 'utf8', input });
  if (status !== 0) {
    throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  }
  return stdout;
}

/** @param {string} path @param {string} text @returns {boolean} whether the file was as it should be */
function put(path, text) {
  const file = inRoot(path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) {
    return true;
  }
  if (check) {
    console.error(`${path} is out of date; run npm run generate`);
    return false;
  }
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
  return true;
}

const catalogue = spawnSync(process.execPath, ['catalogue/dist/generate/main.js', ...process.argv.slice(2)], {
  cwd: inRoot(),
  stdio: 'inherit',
});
const schema = node(['gateway/dist/cli.js', 'schema']);
const schemaFits = put('gateway/config.schema.json', schema);
/** @param {string} path @param {string} text */
async function putDocument(path, text) {
  return put(path, await format(text, { ...(await resolveConfig(inRoot(path))), filepath: inRoot(path) }));
}

const documents = [
  await putDocument('docs/configuration.md', node(['tools/generate/configurationDoc.mjs'], schema)),
  await putDocument('docs/providers.md', node(['tools/generate/providersDoc.mjs'])),
  await putDocument('docs/metrics.md', node(['tools/generate/metricsDoc.mjs'])),
  await putDocument('src/api/gateway/adminApi.ts', await adminApiTypes()),
];
process.exitCode = catalogue.status === 0 && schemaFits && documents.every(Boolean) ? 0 : 1;
