import { alertmanagerFiles } from './alertmanager/files.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';
import { alertmanagerConfig } from './alertmanager/config.js';

/** Relative to alertmanager.yml, so that it can be mounted anywhere. */
const SECRETS = 'secrets';

/**
 * Alertmanager's configuration where nothing but the gateway's relay is configured, and an example of it where
 * everything is. What runs is written at the start by alertmanager/render.ts.
 */
export function alertmanager(): readonly GeneratedFile[] {
  const relayOnly = {
    gatewayUrl: 'http://gateway:4000',
    email: undefined,
    slack: undefined,
    webhookUrl: undefined,
    secrets: SECRETS,
  };
  const all = {
    ...relayOnly,
    email: {
      smarthost: 'smtp.example.com:587',
      from: 'llm-gateway@example.com',
      to: 'oncall@example.com',
      username: 'llm-gateway',
      requireTls: true,
    },
    slack: { channel: '#llm-gateway' },
    webhookUrl: 'https://hooks.example.com/alerts',
    secrets: '/etc/alertmanager/secrets',
  };
  return [
    ...alertmanagerFiles('provisioning/alertmanager', relayOnly),
    yamlFile('provisioning/alertmanager/alertmanager.example.yml', alertmanagerConfig(all)),
  ];
}
