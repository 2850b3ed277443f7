import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { alertmanagerFiles } from './files.js';
import { readSettings } from './settings.js';

/**
 * Writes what Alertmanager starts with, from the environment: it expands no variables itself, and refuses to start
 * with a receiver that is half configured. `npm start` and docker-compose.yaml run it before Alertmanager.
 *
 *   node catalogue/dist/generate/alertmanager/render.js --out DIR [--mode 444]
 */
function render(out: string, mode: number): void {
  const secrets = join(out, 'secrets');
  const { settings, texts } = readSettings(process.env, secrets);
  // A secret that is no longer configured does not stay behind.
  rmSync(secrets, { recursive: true, force: true });
  const files = [
    ...alertmanagerFiles(out, settings),
    ...Object.entries(texts).map(([name, text]) => ({ path: join(secrets, name), text })),
  ];
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode });
    // Whatever the umask is.
    chmodSync(path, mode);
  }
  const { email, slack, webhookUrl } = settings;
  const targets = ['relay', email && 'e-mail', slack && 'Slack', webhookUrl && 'webhook'].filter(Boolean);
  process.stdout.write(`Alertmanager sends to: ${targets.join(', ')}\n`);
}

const { values } = parseArgs({ options: { out: { type: 'string' }, mode: { type: 'string', default: '600' } } });
try {
  if (values.out === undefined || !/^[0-7]{3}$/.test(values.mode)) {
    throw new Error('Usage: render.js --out DIR [--mode 444]');
  }
  render(resolve(values.out), Number.parseInt(values.mode, 8));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
