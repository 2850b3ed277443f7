import { join } from 'node:path';

import { inRoot } from './paths.mjs';

/**
 * @param {object} options
 * @param {string} options.command
 * @param {string} options.directory
 * @param {number} options.port
 */
export function alertmanagerService({ command, directory, port }) {
  return {
    name: 'Alertmanager',
    command,
    args: [
      `--config.file=${inRoot('provisioning', 'alertmanager', 'alertmanager.yml')}`,
      `--storage.path=${join(directory, 'state')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      // One instance has nobody to gossip with.
      '--cluster.listen-address=',
    ],
    url: `http://127.0.0.1:${port}`,
    readyPath: '/-/ready',
  };
}
