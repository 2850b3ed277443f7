import { APP_ID, GATEWAY_UID, PROMETHEUS_UID } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

/** The app, enabled and told which data sources to read. */
export function grafanaPlugins(): GeneratedFile {
  return yamlFile('provisioning/grafana/plugins/llm-gateway.yaml', {
    apiVersion: 1,
    apps: [{ type: APP_ID, disabled: false, jsonData: { prometheusUid: PROMETHEUS_UID, gatewayUid: GATEWAY_UID } }],
  });
}
