import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { inRoot } from './paths.mjs';

/**
 * Writes Alertmanager's configuration, with the receivers that the environment names (docs/alerts.md).
 * @param {object} options
 * @param {string} options.command
 * @param {string} options.directory
 * @param {number} options.port
 * @param {string} options.gatewayUrl
 * @param {string} options.alertsToken
 */
export function alertmanagerService({ command, directory, port, gatewayUrl, alertsToken }) {
  const config = join(directory, 'config');
  execFileSync(
    process.execPath,
    [inRoot('catalogue', 'dist', 'generate', 'alertmanager', 'render.js'), '--out', config],
    {
      env: { ...process.env, LLM_GATEWAY_URL: gatewayUrl, LLM_GATEWAY_ALERTS_TOKEN: alertsToken },
      stdio: ['ignore', 'inherit', 'inherit'],
    }
  );
  return {
    name: 'Alertmanager',
    command,
    args: [
      `--config.file=${join(config, 'alertmanager.yml')}`,
      `--storage.path=${join(directory, 'state')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      // One instance has nobody to gossip with.
      '--cluster.listen-address=',
    ],
    url: `http://127.0.0.1:${port}`,
    readyPath: '/-/ready',
  };
}
