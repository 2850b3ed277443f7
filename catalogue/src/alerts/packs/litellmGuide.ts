import { litellmMonitoringGuide } from '../../dialects/litellm/monitoringGuide.js';
import type { AlertPack } from './pack.js';

const { errors, requests, requestsRemaining, maxParallelRequests, requestDuration } = litellmMonitoringGuide;

/** The alerts of the LiteLLM monitoring guide, with its expressions word for word. */
export const litellmGuidePack: AlertPack = {
  name: 'litellm-monitoring-guide',
  about: [
    'The alerts of the LiteLLM monitoring guide under its own names.',
    'Needs, of our gateway: metrics.dialects with litellm.',
  ],
  groups: [
    {
      name: 'litellm_alerts',
      alerts: [
        {
          name: 'LitellmHighErrorRate',
          severity: 'warning',
          expr: `sum(rate(${errors.name}[5m])) by (provider) / sum(rate(${requests.name}[5m])) by (provider) > 0.05`,
          for: '5m',
          summary: 'LiteLLM error rate above 5% for provider {{ $labels.provider }}',
          description: 'It has been so for 5 minutes.',
        },
        {
          name: 'LitellmRateLimitHeadroom',
          severity: 'warning',
          expr: `${requestsRemaining.name} / ${maxParallelRequests.name} < 0.2`,
          for: '2m',
          summary: 'LiteLLM rate limit headroom below 20%',
          description: '{{ $labels.provider }} takes few more requests for {{ $labels.model }}.',
        },
        {
          name: 'LitellmHighP99Latency',
          severity: 'warning',
          expr: `histogram_quantile(0.99, rate(${requestDuration.name}_bucket[5m])) > 30`,
          for: '10m',
          summary: 'LiteLLM p99 latency above 30s',
          description: 'Of requests for {{ $labels.model }} at {{ $labels.provider }}, for 10 minutes.',
        },
      ],
    },
  ],
};
