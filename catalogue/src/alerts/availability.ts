import { SCRAPE_JOB } from '../identity.js';
import type { AlertRule } from './rule.js';

export const gatewayDown: AlertRule = {
  name: 'LLMGatewayDown',
  uid: 'llm-gateway-down',
  group: 'llm-gateway-availability',
  severity: 'critical',
  expr: `up{job="${SCRAPE_JOB}"}`,
  threshold: { is: 'below', value: 1 },
  for: '30s',
  summary: 'LLM Gateway {{ $labels.instance }} is down',
  description:
    'Prometheus could not scrape the gateway for 30 seconds: the process is gone, the network is cut, or the metrics token is wrong.',
  noData: 'alerting',
};
