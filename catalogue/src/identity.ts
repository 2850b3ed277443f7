/** Ids that plugin.json, provisioning, dashboards and the start script must agree on. */
export const APP_ID = 'llmgateway-app';
export const DATASOURCE_ID = 'llmgateway-datasource';

/** Fixed uids of the provisioned data sources (Grafana allows 40 characters). */
export const PROMETHEUS_UID = 'llm-gateway-prometheus';
export const GATEWAY_UID = 'llm-gateway';

/** The Prometheus job that scrapes the gateway; `up{job=…}` is its liveness. */
export const SCRAPE_JOB = 'llm-gateway';

/** The job that reads the ledger's sums (`/api/v1/llm/metrics`). */
export const USAGE_JOB = 'llm-gateway-usage';

/** Jobs of the exporters; their targets are files, so that a stack without them has none. */
export const EXPORTER_JOBS = ['node', 'postgres', 'redis', 'containers'] as const;
