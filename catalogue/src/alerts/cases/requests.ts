import { type AlertCase, growing, steady } from './alertCase.js';

const request = (status: string, error = 'none', rest = 'model="m",provider="p"') =>
  `llm_gateway_requests_total{instance="gw",${rest},deployment="p/m",team="t",key="k",streaming="false",status="${status}",code="200",error_type="${error}"}`;
const ratio = (failed: number, all: number, error = 'timeout', rest?: string) => ({
  [request('error', error, rest)]: growing(failed),
  [request('success', 'none', rest)]: growing(all - failed),
});

/** Requests of a histogram, a minute, by whether they were within `bound` seconds. */
const durations = (name: string, labels: string, bound: string, next: string, fast: number, slow: number) => ({
  [`${name}_bucket{instance="gw",${labels},le="${bound}"}`]: growing(fast),
  [`${name}_bucket{instance="gw",${labels},le="${next}"}`]: growing(fast + slow),
  [`${name}_bucket{instance="gw",${labels},le="+Inf"}`]: growing(fast + slow),
});
const DURATION = 'llm_gateway_request_duration_seconds';
const OF_REQUEST = 'model="m",provider="p",streaming="false",status="success",team="none",key="none"';
const TTFT = 'llm_gateway_time_to_first_token_seconds';
const OF_STREAM = 'model="m",provider="p",team="none",key="none"';
const model = { model: 'm', provider: 'p' };

const SPEED = 'llm_gateway_output_tokens_per_second{instance="gw",model="m",provider="p"}';
const STREAMS = `${TTFT}_count{instance="gw",${OF_STREAM}}`;

export const requestCases: readonly AlertCase[] = [
  {
    alert: 'LLMGatewayHighErrorRate',
    fires: { series: ratio(6, 100), at: '12m', labels: {} },
    silent: { series: ratio(5, 100), at: '12m' },
  },
  {
    alert: 'LLMGatewayHighErrorRate',
    // 429 by a provider counts,
    fires: { series: ratio(10, 100, 'rate_limit_error'), at: '12m', labels: {} },
    // by our own limits it does not.
    silent: { series: ratio(90, 100, 'rate_limit_error', 'model="m",provider="none"'), at: '12m' },
  },
  {
    alert: 'LLMGatewayCriticalErrorRate',
    fires: { series: ratio(21, 100), at: '10m', labels: {} },
    // The clients' own fault, all of it.
    silent: { series: ratio(90, 100, 'invalid_request_error'), at: '10m' },
  },
  {
    alert: 'LLMGatewayModelFailures',
    fires: {
      series: { ...ratio(11, 100), ...ratio(0, 1000, 'timeout', 'model="other",provider="p"') },
      at: '12m',
      labels: { model: 'm' },
    },
    silent: { series: ratio(10, 100), at: '12m' },
  },
  {
    alert: 'LLMGatewayAuthFailures',
    fires: {
      series: { 'llm_gateway_auth_failures_total{instance="gw",reason="invalid_key"}': growing(11) },
      at: '10m',
      labels: { reason: 'invalid_key' },
    },
    silent: {
      series: { 'llm_gateway_auth_failures_total{instance="gw",reason="invalid_key"}': growing(9) },
      at: '10m',
    },
  },
  {
    alert: 'LLMGatewayHighLatencyP95',
    fires: { series: durations(DURATION, OF_REQUEST, '10', '15', 90, 10), at: '20m', labels: model },
    silent: { series: durations(DURATION, OF_REQUEST, '10', '15', 96, 4), at: '20m' },
  },
  {
    alert: 'LLMGatewayHighLatencyP99',
    fires: { series: durations(DURATION, OF_REQUEST, '30', '60', 98, 2), at: '20m', labels: model },
    silent: { series: durations(DURATION, OF_REQUEST, '30', '60', 995, 5), at: '20m' },
  },
  {
    alert: 'LLMGatewayHighTTFT',
    fires: { series: durations(TTFT, OF_STREAM, '5', '7.5', 90, 10), at: '12m', labels: model },
    silent: { series: durations(TTFT, OF_STREAM, '5', '7.5', 96, 4), at: '12m' },
  },
  {
    alert: 'LLMGatewayLowTokenThroughput',
    fires: { series: { [SPEED]: steady(9), [STREAMS]: growing(2) }, at: '15m', labels: model },
    // Slow once, but nothing is streamed now.
    silent: { series: { [SPEED]: steady(9), [STREAMS]: steady(5) }, at: '15m' },
  },
  {
    alert: 'LLMGatewayHighRequestRate',
    fires: { series: { [request('success')]: growing(6060) }, at: '18m', labels: {} },
    silent: { series: { [request('success')]: growing(5940) }, at: '18m' },
  },
  {
    alert: 'LLMGatewayHighActiveRequests',
    fires: {
      series: { 'llm_gateway_active_requests{instance="gw",provider="p"}': steady(401) },
      at: '6m',
      labels: { instance: 'gw', provider: 'p' },
    },
    silent: { series: { 'llm_gateway_active_requests{instance="gw",provider="p"}': steady(400) }, at: '6m' },
  },
  {
    alert: 'LLMGatewayQueueing',
    fires: {
      series: { 'llm_gateway_queued_requests{instance="gw"}': steady(1) },
      at: '6m',
      labels: { instance: 'gw' },
    },
    // A queue that empties in between is no queue that grows.
    silent: { series: { 'llm_gateway_queued_requests{instance="gw"}': '5x3 0 5x20' }, at: '7m' },
  },
  {
    alert: 'LLMGatewayRateLimitHits',
    fires: {
      series: { 'llm_gateway_refusals_total{instance="gw",rule="r",unit="requests",team="t"}': growing(3) },
      at: '12m',
      labels: { team: 't', unit: 'requests' },
    },
    // A budget, which has alerts of its own.
    silent: {
      series: { 'llm_gateway_refusals_total{instance="gw",rule="r",unit="usd",team="t"}': growing(30) },
      at: '12m',
    },
  },
  {
    alert: 'LLMGatewayLimitNearlyUsed',
    fires: {
      series: {
        'llm_gateway_limit_used{instance="gw",limit="l",kind="key",subject="k",unit="requests"}': steady(81),
        'llm_gateway_limit_allowed{instance="gw",limit="l",kind="key",subject="k",unit="requests"}': steady(100),
      },
      at: '3m',
      labels: { limit: 'l', kind: 'key', subject: 'k', unit: 'requests' },
    },
    silent: {
      series: {
        'llm_gateway_limit_used{instance="gw",limit="l",kind="key",subject="k",unit="requests"}': steady(80),
        'llm_gateway_limit_allowed{instance="gw",limit="l",kind="key",subject="k",unit="requests"}': steady(100),
      },
      at: '3m',
    },
  },
];
