import { REQUEST_SECONDS } from './buckets.js';
import { family } from './family.js';

/**
 * Families of `/api/v1/llm/metrics`: totals of the ledger since its beginning, under the names of the LiteLLM monitoring
 * guide. They outlive restarts and retention, and every replica shows the same, so that one is to be scraped, or `max`
 * is to be taken over them. A tenant is a team; `none` is who is in none.
 */
export const ledgerFamilies = {
  credits: family({
    name: 'llm_credits_used_total',
    type: 'counter',
    help: 'Credits used, by tenant: the cost in US dollars times metrics.credits_per_usd.',
    labels: ['tenant_id'],
  }),
  requestsByModel: family({
    name: 'llm_requests_by_model',
    type: 'counter',
    help: 'Requests ever made, by the model asked for.',
    labels: ['model'],
  }),
  costByTenant: family({
    name: 'llm_cost_by_tenant',
    type: 'counter',
    help: 'Cost in US dollars, by tenant.',
    labels: ['tenant_id'],
  }),
  responseTime: family({
    name: 'llm_response_time_seconds',
    type: 'histogram',
    help: 'Duration of requests, failed ones included, by the model asked for.',
    labels: ['model'],
    buckets: REQUEST_SECONDS,
  }),
  requests: family({
    name: 'llm_requests_total',
    type: 'counter',
    help: 'Requests ever made.',
    labels: ['model', 'tenant'],
  }),
  requestErrors: family({
    name: 'llm_request_errors_total',
    type: 'counter',
    help: 'Requests that failed; one that its client broke off is not among them.',
    labels: ['model', 'tenant'],
  }),
} as const;
