import { SCRAPE_JOB, USAGE_JOB } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { SCRAPE_INTERVAL, USAGE_INTERVAL } from './prometheus.js';
import { prometheusRuleGroups } from './prometheusRules.js';
import { yamlFile } from './yamlFile.js';

const ROOT = 'deploy/kubernetes';
const FOLDER = `${ROOT}/monitoring`;
const labels = { 'app.kubernetes.io/name': 'llm-gateway', 'app.kubernetes.io/part-of': 'llm-gateway' };

/** What the Prometheus operator reads: how to scrape the gateway, and the alert rules. */
export function kubernetesMonitoring(): readonly GeneratedFile[] {
  return [
    yamlFile(`${FOLDER}/servicemonitor.yaml`, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'llm-gateway', labels },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'llm-gateway' } },
        endpoints: [
          endpoint('/metrics', SCRAPE_INTERVAL, SCRAPE_JOB),
          endpoint('/api/v1/llm/metrics', USAGE_INTERVAL, USAGE_JOB),
        ],
      },
    }),
    yamlFile(`${FOLDER}/prometheusrule.yaml`, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'llm-gateway', labels },
      spec: { groups: prometheusRuleGroups() },
    }),
  ];
}

/** What makes `kubectl apply -k` apply the generated manifests of a folder. */
export function kustomizations(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return ['dashboards', 'monitoring'].map((folder) => {
    const prefix = `${ROOT}/${folder}/`;
    return yamlFile(`${prefix}kustomization.yaml`, {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: files.flatMap(({ path }) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
    });
  });
}

function endpoint(path: string, interval: string, job: string): object {
  return {
    port: 'http',
    path,
    interval,
    scrapeTimeout: SCRAPE_INTERVAL,
    authorization: { type: 'Bearer', credentials: { name: 'llm-gateway', key: 'LLM_GATEWAY_METRICS_TOKEN' } },
    // The operator would take the service's name, and alert rules and dashboards know the job by this one.
    relabelings: [{ action: 'replace', targetLabel: 'job', replacement: job }],
  };
}
