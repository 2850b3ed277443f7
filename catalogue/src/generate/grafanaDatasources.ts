import { DATASOURCE_ID, GATEWAY_UID, PROMETHEUS_UID } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { SCRAPE_INTERVAL } from './prometheus.js';
import { yamlFile } from './yamlFile.js';

/** Both data sources; Grafana fills in the `$…` from its environment. */
export function grafanaDatasources(): GeneratedFile {
  return yamlFile('provisioning/grafana/datasources/llm-gateway.yaml', {
    apiVersion: 1,
    datasources: [
      {
        name: 'LLM Gateway Prometheus',
        uid: PROMETHEUS_UID,
        type: 'prometheus',
        access: 'proxy',
        url: '$PROMETHEUS_URL',
        // Grafana derives $__rate_interval from it.
        jsonData: { httpMethod: 'POST', timeInterval: SCRAPE_INTERVAL },
      },
      {
        name: 'LLM Gateway',
        uid: GATEWAY_UID,
        type: DATASOURCE_ID,
        access: 'proxy',
        url: '$LLM_GATEWAY_URL',
        secureJsonData: { adminToken: '$LLM_GATEWAY_ADMIN_TOKEN' },
      },
    ],
  });
}
