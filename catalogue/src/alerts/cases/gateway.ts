import { type AlertCase, growing, steady } from './alertCase.js';

const ON = 'job="llm-gateway",instance="gw:4000"';
const labels = { job: 'llm-gateway', instance: 'gw:4000' };

export const gatewayCases: readonly AlertCase[] = [
  {
    alert: 'LLMGatewayDown',
    fires: { series: { [`up{${ON}}`]: '1x4 0x20' }, at: '8m', labels },
    silent: { series: { [`up{${ON}}`]: '1x4 0 1x20' }, at: '6m' },
  },
  {
    alert: 'LLMGatewayDown',
    // No target at all.
    fires: { series: { 'up{job="node",instance="n"}': steady(1) }, at: '5m', labels: { job: 'llm-gateway' } },
    silent: { series: { [`up{${ON}}`]: steady(1) }, at: '5m' },
  },
  {
    alert: 'LLMGatewayRestarting',
    fires: { series: { [`process_start_time_seconds{${ON}}`]: '1 1 100 100 200 200 300x20' }, at: '10m', labels },
    silent: { series: { [`process_start_time_seconds{${ON}}`]: '1 1 100 100 200 200x20' }, at: '10m' },
  },
  {
    alert: 'LLMGatewayEventLoopLag',
    fires: { series: { [`nodejs_eventloop_lag_p99_seconds{${ON}}`]: steady(0.3) }, at: '6m', labels },
    silent: { series: { [`nodejs_eventloop_lag_p99_seconds{${ON}}`]: steady(0.2) }, at: '6m' },
  },
  {
    alert: 'LLMGatewayConfigReloadFailed',
    // The series appears with the first failure.
    fires: {
      series: { [`llm_gateway_config_reloads_total{${ON},result="failure"}`]: '_x20 1x10' },
      at: '24m',
      labels: { instance: 'gw:4000' },
    },
    silent: { series: { [`llm_gateway_config_reloads_total{${ON},result="success"}`]: growing(1) }, at: '24m' },
  },
  {
    alert: 'LLMGatewayMetricsCardinality',
    fires: {
      series: { [`llm_gateway_metrics_label_overflows_total{${ON},label="key"}`]: growing(3) },
      at: '20m',
      labels: { instance: 'gw:4000', label: 'key' },
    },
    // Long ago.
    silent: { series: { [`llm_gateway_metrics_label_overflows_total{${ON},label="key"}`]: steady(7, 60) }, at: '40m' },
  },
];
