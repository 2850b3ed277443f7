import { litellmMonitoringGuide } from '../../dialects/litellm/monitoringGuide.js';
import { litellmMonitoringSetup } from '../../dialects/litellm/monitoringSetup.js';
import { litellmServices } from '../../dialects/litellm/services.js';
import { exporters } from '../../metrics/exporters.js';
import type { AlertPack } from './pack.js';

const JOB = 'job="litellm"';
/** Blackbox probes of LiteLLM's health endpoint, in a job of this name. */
const PROBES = 'job="litellm-health"';

const requests = litellmMonitoringGuide.requests.name;
const tokens = litellmMonitoringGuide.tokensUsed.name;
const { requestErrors, requestDuration, modelRequests, modelErrors, totalCost, providerRequests, providerErrors } =
  litellmMonitoringSetup;

const errorRatio = `sum(rate(${requestErrors.name}[5m])) / sum(rate(${requests}[5m]))`;
const hourlyCost = `sum(increase(${totalCost.name}[1h]))`;
const costOfTheHourBefore = `sum(increase(${totalCost.name}[1h] offset 1h))`;

/** Share of calls to these providers that failed, by provider. */
function failing(matchers: string): string {
  const failed = `sum by (provider) (rate(${providerErrors.name}{${matchers}}[5m]))`;
  return `${failed} / sum by (provider) (rate(${providerRequests.name}{${matchers}}[5m]))`;
}

const connections = `sum by (instance) (${exporters.postgresConnections.name}{state="active"})`;
const room = `${exporters.postgresConnectionsMax.name} - ${exporters.postgresConnectionsReserved.name}`;

/** The alerts of the LiteLLM monitoring setup. */
export const litellmSetupPack: AlertPack = {
  name: 'litellm-monitoring-setup',
  about: [
    'The alerts of the LiteLLM monitoring setup under its own names. It speaks of fifteen and names fourteen:',
    'LiteLLMProviderDown, the fifteenth here, is LiteLLMGroqProviderDown for every other provider.',
    'Needs: scrape job "litellm"; blackbox probes of the health endpoint as job "litellm-health";',
    'the PostgreSQL exporter; of our gateway, metrics.dialects with litellm.',
  ],
  groups: [
    {
      name: 'litellm_availability',
      alerts: [
        {
          name: 'LiteLLMDown',
          severity: 'critical',
          expr: `${exporters.up.name}{${JOB}} == 0`,
          for: '2m',
          summary: 'LiteLLM {{ $labels.instance }} is down',
          description: 'Prometheus has not reached it for 2 minutes.',
        },
        {
          name: 'LiteLLMUnhealthy',
          severity: 'warning',
          expr: `${exporters.probeSuccess.name}{${PROBES}} == 0`,
          for: '5m',
          summary: 'Health check of LiteLLM {{ $labels.instance }} fails',
          description: 'Its health endpoint has not answered well for 5 minutes.',
        },
      ],
    },
    {
      name: 'litellm_performance',
      alerts: [
        {
          name: 'LiteLLMHighLatency',
          severity: 'warning',
          expr: `histogram_quantile(0.95, sum by (le) (rate(${requestDuration.name}_bucket[5m]))) > 10`,
          for: '10m',
          summary: 'LiteLLM is slow: p95 above 10 s',
          description: 'One request in twenty has taken more than 10 seconds for 10 minutes.',
        },
        {
          name: 'LiteLLMHighErrorRate',
          severity: 'warning',
          expr: `${errorRatio} > 0.05`,
          for: '5m',
          summary: 'More than 5 % of requests to LiteLLM fail',
          description: 'It has been so for 5 minutes.',
        },
        {
          name: 'LiteLLMCriticalErrorRate',
          severity: 'critical',
          expr: `${errorRatio} > 0.2`,
          for: '2m',
          summary: 'More than 20 % of requests to LiteLLM fail',
          description: 'It has been so for 2 minutes.',
        },
      ],
    },
    {
      name: 'litellm_usage',
      alerts: [
        {
          name: 'LiteLLMHighRequestRate',
          severity: 'warning',
          expr: `sum(rate(${requests}[5m])) > 100`,
          for: '10m',
          summary: 'More than 100 requests per second to LiteLLM',
          description: 'It has been so for 10 minutes. This may be abuse.',
        },
        {
          name: 'LiteLLMTokenLimitApproaching',
          severity: 'info',
          expr: `sum(increase(${tokens}[1h])) > 1000000`,
          summary: 'More than a million tokens used in an hour',
          description: 'The limits of tokens at the providers may come near.',
        },
        {
          name: 'LiteLLMModelFailures',
          severity: 'warning',
          expr: `sum by (model) (rate(${modelErrors.name}[5m])) / sum by (model) (rate(${modelRequests.name}[5m])) > 0.1`,
          for: '5m',
          summary: 'More than 10 % of requests for {{ $labels.model }} fail',
          description: 'It has been so for 5 minutes.',
        },
      ],
    },
    {
      name: 'litellm_cost',
      alerts: [
        {
          name: 'LiteLLMHighDailyCost',
          severity: 'warning',
          expr: `sum(increase(${totalCost.name}[1d])) > 100`,
          summary: 'LiteLLM has cost more than $100 in a day',
          description: 'The last 24 hours are counted.',
        },
        {
          name: 'LiteLLMCostSpike',
          severity: 'warning',
          // Twice nothing is nothing: the first hour with costs is no spike.
          expr: `${hourlyCost} > 2 * ${costOfTheHourBefore} and ${costOfTheHourBefore} > 0`,
          for: '15m',
          summary: 'The cost of LiteLLM has doubled within an hour',
          description: 'The last hour has cost more than twice as much as the one before, for 15 minutes.',
        },
      ],
    },
    {
      name: 'litellm_database',
      alerts: [
        {
          name: 'LiteLLMDatabasePoolExhausted',
          severity: 'critical',
          expr: `${connections} >= max by (instance) (${room})`,
          for: '5m',
          summary: 'All connections of the database {{ $labels.instance }} are active',
          description: 'Whatever needs a connection has been waiting for 5 minutes, or is refused.',
        },
        {
          name: 'LiteLLMSlowDatabaseQueries',
          severity: 'warning',
          expr: `histogram_quantile(0.95, sum by (le) (rate(${litellmServices.databaseLatency.name}_bucket[5m]))) > 1`,
          for: '10m',
          summary: 'Queries of the database are slow: p95 above 1 s',
          description: 'One query in twenty has taken more than a second for 10 minutes.',
        },
      ],
    },
    {
      name: 'litellm_provider',
      alerts: [
        {
          name: 'LiteLLMGroqProviderDown',
          severity: 'critical',
          expr: `${failing('provider="groq"')} > 0.9`,
          for: '5m',
          summary: 'Groq fails',
          description: 'More than 90 % of the calls to it have failed for 5 minutes.',
        },
        {
          name: 'LiteLLMProviderDown',
          severity: 'critical',
          expr: `${failing('provider!="groq"')} > 0.9`,
          for: '5m',
          summary: 'Provider {{ $labels.provider }} fails',
          description: 'More than 90 % of the calls to it have failed for 5 minutes.',
        },
        {
          name: 'LiteLLMProviderRateLimited',
          severity: 'warning',
          expr: `sum by (provider) (increase(${providerErrors.name}{error_type="rate_limit_error"}[5m])) > 10`,
          summary: 'Provider {{ $labels.provider }} limits our rate',
          description: 'It has refused more than 10 calls in 5 minutes.',
        },
      ],
    },
  ],
};
