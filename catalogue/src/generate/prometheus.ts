import { SCRAPE_JOB } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

export const SCRAPE_INTERVAL = '10s';

/**
 * Prometheus' configuration. Where things are differs between compose and a bare machine, so targets and the metrics
 * token come from files beside it.
 */
export function prometheus(): GeneratedFile {
  return yamlFile('provisioning/prometheus/prometheus.yml', {
    global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ file_sd_configs: [{ files: ['targets/alertmanager.yml'] }] }] },
    scrape_configs: [
      {
        job_name: SCRAPE_JOB,
        authorization: { credentials_file: 'secrets/metrics-token' },
        file_sd_configs: [{ files: ['targets/llm-gateway.yml'] }],
      },
    ],
  });
}

/** The targets of docker-compose.yaml. */
export function composeTargets(): readonly GeneratedFile[] {
  return [
    yamlFile('provisioning/prometheus/targets/llm-gateway.yml', [{ targets: ['gateway:4000'] }]),
    yamlFile('provisioning/prometheus/targets/alertmanager.yml', [{ targets: ['alertmanager:9093'] }]),
  ];
}
