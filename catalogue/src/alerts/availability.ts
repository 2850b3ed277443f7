import { gatewayRestarts } from '../expressions/gatewayRestarts.js';
import { gatewayUp } from '../expressions/gatewayUp.js';
import { occurrences } from '../expressions/occurrences.js';
import { SCRAPE_JOB } from '../identity.js';
import { exporters } from '../metrics/exporters.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-availability';
const topic = 'availability';

export const gatewayDown: AlertRule = {
  name: 'LLMGatewayDown',
  uid: 'llm-gateway-down',
  group,
  topic,
  severity: 'critical',
  expr: gatewayUp(),
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '2m',
  condition: 'Prometheus cannot scrape a gateway, or is told of none.',
  summary: 'LLM Gateway {{ $labels.instance }} is down',
  description:
    'Prometheus could not scrape the gateway for 2 minutes: the process is gone, the network is cut, or the metrics token is wrong.',
  noData: 'alerting',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMDown' }],
  runbook: {
    means:
      'Clients of this instance most likely get no answer. If it is the only one, every AI feature behind it is down. What it had answered is in its journal and is not lost.',
    checks: [
      'Does it answer? `curl http://<gateway>/health/live` from the machine that Prometheus runs on, then from the gateway’s own. If it does, read the error in Prometheus under Status › Targets: 401 means the metrics token, a timeout the network.',
      'Is the process there? `docker compose ps gateway`, `kubectl get pods`, or `llm-gateway doctor`, which names the part that is at fault.',
      'Why did it end? The last lines of its log: `docker compose logs --tail 50 gateway`. A configuration that is refused names line and key; check it with `llm-gateway check --config llm-gateway.yaml`.',
    ],
    causes: [
      'The process ended: out of memory (exit code 137), a host that restarted, a deployment that failed.',
      'The metrics token was changed on one side only (`LLM_GATEWAY_METRICS_TOKEN`, `secrets/metrics-token` of Prometheus).',
      'The network or a proxy between Prometheus and the gateway.',
      'No target is configured: the alert then has no `instance`.',
    ],
  },
};

export const gatewayRestarting: AlertRule = {
  name: 'LLMGatewayRestarting',
  uid: 'llm-gateway-restarting',
  group,
  topic,
  severity: 'warning',
  expr: gatewayRestarts('15m'),
  threshold: { is: 'above', value: 2, unit: 'starts' },
  for: '1m',
  condition: 'A gateway started more than twice within 15 minutes.',
  summary: 'LLM Gateway {{ $labels.instance }} keeps restarting',
  description: 'It started more than twice within 15 minutes; requests that were under way failed each time.',
  noData: 'ok',
  runbook: {
    means:
      'Something ends the process again and again. Between two starts it answers, so that LLMGatewayDown may stay silent, but clients see connections break off.',
    checks: [
      'How did it end? `docker inspect --format "{{.State.ExitCode}} {{.State.OOMKilled}}" <container>` or `kubectl describe pod`: 137 is memory, 1 has its reason in the log.',
      'The last lines of the log before each start (`docker compose logs gateway`).',
      'Its memory over the last hour: `process_resident_memory_bytes{job="llm-gateway"}`.',
    ],
    causes: [
      'A memory limit of the container that is too small for the bodies and streams under way.',
      'A liveness probe that is too strict for a busy machine.',
      'A volume that is full or read-only: the journal cannot be written.',
    ],
  },
};

export const eventLoopBlocked: AlertRule = {
  name: 'LLMGatewayEventLoopLag',
  uid: 'llm-gateway-event-loop-lag',
  group,
  topic: 'capacity',
  severity: 'warning',
  expr: `${exporters.eventLoopLagP99.name}{job="${SCRAPE_JOB}"}`,
  threshold: { is: 'above', value: 0.25, unit: 'seconds' },
  for: '5m',
  condition: 'The 99th percentile of the event loop’s lag is above 250 ms.',
  summary: 'LLM Gateway {{ $labels.instance }} is short of CPU',
  description: 'Its event loop is {{ $value | humanizeDuration }} late: each request and each chunk waits so long.',
  noData: 'ok',
  runbook: {
    means: 'The gateway itself is the bottleneck. All requests of this instance get slower, streams stutter.',
    checks: [
      'CPU of the process: `rate(process_cpu_seconds_total{job="llm-gateway"}[5m])`. Near 1 it is at the end of its one core.',
      'Traffic: the Overview page, or `sum(rate(llm_gateway_requests_total[5m]))` beside last week’s.',
      'Does the machine give it the CPU? Look for throttling of the container and for other processes on the host.',
    ],
    causes: [
      'More traffic than one process takes: add replicas (with `REDIS_URL` and `DATABASE_URL` they share limits and ledger).',
      'A CPU limit of the container below one core.',
      'Very large bodies, or a scrape of very many series (see LLMGatewayMetricsCardinality).',
    ],
  },
};

export const configReloadFailed: AlertRule = {
  name: 'LLMGatewayConfigReloadFailed',
  uid: 'llm-gateway-config-reload-failed',
  group,
  topic: 'configuration',
  severity: 'warning',
  expr: occurrences(native.configReloads, {
    by: ['cluster', 'instance'],
    matchers: { result: 'failure' },
    window: '15m',
  }),
  threshold: { is: 'above', value: 0, unit: 'reloads' },
  for: '1m',
  condition: 'A changed configuration was refused within the last 15 minutes.',
  summary: 'LLM Gateway {{ $labels.instance }} refuses its changed configuration',
  description: 'It goes on with the configuration it had. A restart would fail.',
  noData: 'ok',
  runbook: {
    means:
      'Nobody notices yet: the gateway works with what it had before. The change that somebody made is not in force, and the next start would fail.',
    checks: [
      '`llm-gateway check --config llm-gateway.yaml` with the file as it is now: it names line and key.',
      'The gateway’s log: the line `the new configuration is wrong` has the same reasons.',
      'Who changed it? `git log` of the file; changes by the admin API are in `GET /api/v1/audit`.',
    ],
    causes: [
      'A typing error, or a key that this version does not know.',
      'An environment variable that the file names and the process does not have.',
      'A model that names a provider which was removed.',
    ],
  },
};
