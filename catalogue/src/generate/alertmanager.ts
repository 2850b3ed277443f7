import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

/** Alertmanager that shows and groups alerts and sends them nowhere until a receiver is given one. */
export function alertmanager(): GeneratedFile {
  return yamlFile('provisioning/alertmanager/alertmanager.yml', {
    route: { receiver: 'default', group_by: ['alertname'] },
    receivers: [{ name: 'default' }],
  });
}
