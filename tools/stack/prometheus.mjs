import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { inRoot } from './paths.mjs';

/**
 * Lays out Prometheus' configuration as provisioning has it, with this machine's targets and the metrics token.
 * @param {object} options
 * @param {string} options.command
 * @param {string} options.directory
 * @param {number} options.port
 * @param {string} options.gateway host:port
 * @param {string | undefined} options.alertmanager host:port
 * @param {string} options.metricsToken
 */
export function prometheusService({ command, directory, port, gateway, alertmanager, metricsToken }) {
  const provisioning = inRoot('provisioning', 'prometheus');
  for (const folder of ['targets', 'secrets']) {
    mkdirSync(join(directory, folder), { recursive: true, mode: 0o700 });
  }
  copyFileSync(join(provisioning, 'prometheus.yml'), join(directory, 'prometheus.yml'));
  cpSync(join(provisioning, 'rules'), join(directory, 'rules'), { recursive: true });
  writeFileSync(join(directory, 'secrets', 'metrics-token'), metricsToken, { mode: 0o600 });
  writeFileSync(join(directory, 'targets', 'llm-gateway.yml'), JSON.stringify([{ targets: [gateway] }]));
  writeFileSync(
    join(directory, 'targets', 'alertmanager.yml'),
    JSON.stringify(alertmanager === undefined ? [] : [{ targets: [alertmanager] }])
  );
  return {
    name: 'Prometheus',
    command,
    args: [
      `--config.file=${join(directory, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(directory, 'tsdb')}`,
      // A month beside the month before it.
      '--storage.tsdb.retention.time=90d',
      `--web.listen-address=127.0.0.1:${port}`,
      // Alerts link to it.
      `--web.external-url=http://127.0.0.1:${port}`,
      '--enable-feature=exemplar-storage',
    ],
    url: `http://127.0.0.1:${port}`,
    readyPath: '/-/ready',
  };
}
