import { EXPORTER_JOBS, SCRAPE_JOB, USAGE_JOB } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

export const SCRAPE_INTERVAL = '10s';
/** The ledger's sums are read from the database, and change by the hour. */
export const USAGE_INTERVAL = '30s';

/**
 * Prometheus' configuration. Where things are differs between compose and a bare machine, so targets and the metrics
 * token come from files beside it; a job whose file is not there has no targets.
 */
export function prometheus(): GeneratedFile {
  const authorization = { credentials_file: 'secrets/metrics-token' };
  const gateways = [{ files: ['targets/llm-gateway.yml'] }];
  return yamlFile('provisioning/prometheus/prometheus.yml', {
    global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ file_sd_configs: [{ files: ['targets/alertmanager.yml'] }] }] },
    scrape_configs: [
      { job_name: SCRAPE_JOB, authorization, file_sd_configs: gateways },
      {
        job_name: USAGE_JOB,
        scrape_interval: USAGE_INTERVAL,
        scrape_timeout: SCRAPE_INTERVAL,
        metrics_path: '/api/v1/llm/metrics',
        authorization,
        file_sd_configs: gateways,
      },
      ...EXPORTER_JOBS.map((job) => ({
        job_name: job,
        file_sd_configs: [{ files: [`targets/exporters/${job}.yml`] }],
      })),
    ],
  });
}

/** Where docker-compose.yaml's profile `full` has the exporters. */
const COMPOSE_EXPORTERS: Readonly<Record<(typeof EXPORTER_JOBS)[number], string>> = {
  node: 'node-exporter:9100',
  postgres: 'postgres-exporter:9187',
  redis: 'redis-exporter:9121',
  containers: 'cadvisor:8080',
};

/** The targets of docker-compose.yaml. Those of the exporters are put into place only where its profile is on. */
export function composeTargets(): readonly GeneratedFile[] {
  return [
    ...EXPORTER_JOBS.map((job) =>
      yamlFile(`provisioning/prometheus/exporters/${job}.yml`, [{ targets: [COMPOSE_EXPORTERS[job]] }])
    ),
    yamlFile('provisioning/prometheus/targets/llm-gateway.yml', [{ targets: ['gateway:4000'] }]),
    yamlFile('provisioning/prometheus/targets/alertmanager.yml', [{ targets: ['alertmanager:9093'] }]),
  ];
}
