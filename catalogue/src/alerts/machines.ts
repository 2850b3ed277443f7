import { EXPORTER_JOBS, USAGE_JOB } from '../identity.js';
import { exporters } from '../metrics/exporters.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-machines';
const topic = 'machine';

export const exporterDown: AlertRule = {
  name: 'LLMGatewayExporterDown',
  uid: 'llm-gateway-exporter-down',
  group,
  topic,
  severity: 'info',
  expr: `${exporters.up.name}{job=~"${[USAGE_JOB, ...EXPORTER_JOBS].join('|')}"}`,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '5m',
  condition: 'Prometheus cannot scrape an exporter, or the usage metrics.',
  summary: 'Prometheus cannot scrape {{ $labels.job }} at {{ $labels.instance }}',
  description: 'Its panels stay empty, and its alerts silent, until it can.',
  noData: 'ok',
  runbook: {
    means: 'Clients notice nothing. We are blind in one eye: the alerts of this job cannot fire.',
    checks: [
      'Prometheus, Status › Targets: the error of the last scrape.',
      '`docker compose --profile full ps`, or the pods of the exporter.',
      'Of the usage metrics: `curl -H "Authorization: Bearer $LLM_GATEWAY_METRICS_TOKEN" http://<gateway>/api/v1/llm/metrics`.',
    ],
    causes: [
      'The exporter ended, or was never started while its target is configured.',
      'A network policy.',
      'A token that was changed on one side only.',
    ],
  },
};

export const diskFilling: AlertRule = {
  name: 'LLMGatewayDiskFilling',
  uid: 'llm-gateway-disk-filling',
  group,
  topic,
  severity: 'warning',
  expr: `${exporters.diskAvailable.name}{fstype!~"tmpfs|overlay|squashfs|ramfs"} / (${exporters.diskSize.name} > 0)`,
  threshold: { is: 'below', value: 0.1, unit: 'ratio' },
  for: '10m',
  condition: 'Less than 10 % of a file system are free.',
  summary: '{{ $labels.mountpoint }} at {{ $labels.instance }} is nearly full',
  description: '{{ $value | humanizePercentage }} are free. A gateway that cannot write its journal refuses requests.',
  noData: 'ok',
  runbook: {
    means: 'When it is full, the gateway cannot write its journal and becomes not ready; databases stop.',
    checks: [
      '`df -h`, then `du -xh --max-depth=2 <mountpoint> | sort -h | tail`.',
      'The journal: `llm_gateway_ledger_journal_bytes`; large only while the database is down.',
      'How fast? `predict_linear(node_filesystem_avail_bytes{mountpoint="<mountpoint>"}[6h], 86400)`: below 0 it is full within a day.',
    ],
    causes: [
      'The ledger keeps all requests (`ledger.retention_days: 0`).',
      'Prometheus keeps 90 days (`--storage.tsdb.retention.time`; `.size` bounds it by bytes).',
      'Logs and old images of containers.',
    ],
  },
};

export const memoryShort: AlertRule = {
  name: 'LLMGatewayMemoryShort',
  uid: 'llm-gateway-memory-short',
  group,
  topic,
  severity: 'warning',
  expr: `${exporters.memoryAvailable.name} / ${exporters.memorySize.name}`,
  threshold: { is: 'below', value: 0.1, unit: 'ratio' },
  for: '10m',
  condition: 'Less than 10 % of a machine’s memory can be given to programs.',
  summary: 'Machine {{ $labels.instance }} is short of memory',
  description: '{{ $value | humanizePercentage }} of its memory are available.',
  noData: 'ok',
  runbook: {
    means: 'The next large allocation may end a process: the gateway, a database, or Prometheus.',
    checks: [
      'Which process? `docker stats --no-stream`, or `ps aux --sort=-rss | head`.',
      'The gateway’s: `process_resident_memory_bytes{job="llm-gateway"}`; it grows with bodies and streams under way.',
      'Was something killed already? `dmesg | grep -i "out of memory"`.',
    ],
    causes: [
      'Too many services for the machine.',
      'Prometheus with very many series.',
      'A peak of large bodies (`server.body_limit_bytes`, `server.max_in_flight`).',
    ],
  },
};
