// npm run package: the app as an archive for Grafana's catalogue, checked by the validator's rules.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inRoot } from './stack/paths.mjs';
import { run } from './stack/run.mjs';
import { EXPLAINED, faults, validateArchive } from './validate/validate.mjs';

/** Packs what is built in dist. @returns {Promise<string>} the archive's path */
export async function packPlugin() {
  const { id, info } = JSON.parse(readFileSync(inRoot('dist', 'plugin.json'), 'utf8'));
  const archive = inRoot('test-results', `${id}-${info.version}.zip`);
  const stage = mkdtempSync(join(tmpdir(), 'llm-gateway-package-'));
  try {
    cpSync(inRoot('dist'), join(stage, id), { recursive: true });
    mkdirSync(inRoot('test-results'), { recursive: true });
    rmSync(archive, { force: true });
    await run('zip', ['-qrX', archive, id], { cwd: stage });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return archive;
}

/** Packs and validates; fails when something is to be mended. @returns {Promise<void>} */
export async function checkPackage() {
  const archive = await packPlugin();
  const findings = await validateArchive(archive);
  for (const { severity, rule, message } of findings) {
    const reason = EXPLAINED.get(rule);
    console.log(`${severity} ${rule}: ${message}${reason === undefined ? '' : ` (${reason})`}`);
  }
  const mend = faults(findings);
  if (mend.length > 0) {
    throw new Error(`${archive} has ${mend.length} faults`);
  }
  console.log(archive);
}

if (process.argv[1] === inRoot('tools', 'package.mjs')) {
  await checkPackage();
}
