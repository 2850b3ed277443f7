import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { alertPackFiles } from './alertPacks.js';
import { alertmanager } from './alertmanager.js';
import { alertsDoc } from './alertsDoc.js';
import { dashboards } from './dashboards.js';
import type { GeneratedFile } from './files.js';
import { grafanaAlerting } from './grafanaAlerting.js';
import { grafanaDatasources } from './grafanaDatasources.js';
import { grafanaPlugins } from './grafanaPlugins.js';
import { kubernetesMonitoring, kustomizations } from './kubernetes.js';
import { composeTargets, prometheus } from './prometheus.js';
import { prometheusRules } from './prometheusRules.js';

/** Writes provisioning/; with `--check` only says, by its exit code, whether it is up to date. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const manifests = [...kubernetesMonitoring(), ...dashboards()];

const files: readonly GeneratedFile[] = [
  grafanaDatasources(),
  grafanaPlugins(),
  ...grafanaAlerting(),
  prometheus(),
  prometheusRules(),
  ...composeTargets(),
  ...alertmanager(),
  alertsDoc(),
  ...alertPackFiles(),
  ...manifests,
  ...kustomizations(manifests),
];

const stale = files.filter(({ path, text }) => read(join(ROOT, path)) !== text);
if (process.argv.includes('--check')) {
  for (const { path } of stale) {
    process.stderr.write(`${path} differs from the catalogue; run npm run generate\n`);
  }
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
