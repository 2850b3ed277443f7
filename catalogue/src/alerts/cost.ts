import { occurrences } from '../expressions/occurrences.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-cost';
const topic = 'cost';

const spent = (window: string) => `sum by (cluster) (increase(${native.cost.name}[${window}]))`;

export const highDailyCost: AlertRule = {
  name: 'LLMGatewayHighDailyCost',
  uid: 'llm-gateway-high-daily-cost',
  group,
  topic,
  severity: 'warning',
  expr: spent('1d'),
  threshold: { is: 'above', value: 100, unit: 'dollars' },
  for: '5m',
  condition: 'More than $100 within 24 hours, over all gateways.',
  summary: 'LLM cost of the last 24 hours is above $100',
  description: '{{ $value | printf "%.2f" }} US dollars in the last 24 hours.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMHighDailyCost' }],
  runbook: {
    means: 'More is spent than somebody thought right for a day. Nothing is refused: for that, set budgets.',
    checks: [
      'On what? `GET /api/v1/usage?group_by=team,model` of the last 24 hours; the dashboard “Cost analysis”.',
      'Dearer or more? Cost per request and tokens per request beside the day before.',
      'Do the teams have budgets (`GET /api/v1/budgets`), and where do they stand?',
    ],
    causes: [
      'A dearer model took over: a changed default, or fallbacks to a dearer one (`llm_gateway_fallbacks_total`).',
      'A batch job or a loop.',
      'Growth: raise the threshold to what a day may cost.',
    ],
  },
};

export const costSpike: AlertRule = {
  name: 'LLMGatewayCostSpike',
  uid: 'llm-gateway-cost-spike',
  group,
  topic,
  severity: 'warning',
  // Below half a dollar an hour, doubling is noise.
  expr: `${spent('1h')} / clamp_min(sum by (cluster) (increase(${native.cost.name}[1h] offset 1h)), 0.5)`,
  threshold: { is: 'above', value: 2, unit: 'times' },
  for: '15m',
  condition: 'The last hour cost more than twice as much as the hour before (of which at least $0.50 are assumed).',
  summary: 'LLM cost has more than doubled within an hour',
  description: 'The last hour cost {{ $value | printf "%.1f" }} times as much as the one before.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMCostSpike' }],
  runbook: {
    means: 'Spending takes a new turn. In the morning that is usual; at night it is not.',
    checks: [
      'Who? `topk(5, sum by (team, key, model) (increase(llm_gateway_cost_usd_total[1h])))`, or the dashboard “Cost analysis”.',
      'More requests, longer ones, or a dearer model? Requests, tokens and cost by model beside the hour before.',
      'Will it break a budget? LLMGatewayBudgetBurn, LLMGatewayBudgetBurnFast.',
    ],
    causes: [
      'The working day begins; a batch job starts.',
      'A loop in an agent, or retries of a client.',
      'Fallbacks to a dearer model while the cheap one is down.',
    ],
  },
};

export const unpricedModel: AlertRule = {
  name: 'LLMGatewayUnpricedModel',
  uid: 'llm-gateway-unpriced-model',
  group,
  topic,
  severity: 'warning',
  expr: occurrences(native.unpricedRequests, { by: ['cluster', 'model', 'provider'], window: '1h' }),
  threshold: { is: 'above', value: 0, unit: 'requests' },
  for: '1m',
  condition: 'A request with tokens but without a known price within the last hour.',
  summary: 'No price is known for {{ $labels.model }} at {{ $labels.provider }}',
  description: 'What it costs is missing from all figures: its cost is unknown, not zero.',
  noData: 'ok',
  runbook: {
    means: 'Cost figures are too low by an unknown amount, and budgets in dollars cannot hold this model.',
    checks: [
      'Which model, as the provider calls it? `GET /api/v1/requests?model=<model>&limit=1`: `served_model` and `price_source`.',
      'Is it in the price list of the provider that `prices` of the provider names? See docs/prices.md.',
      'How much is it? `GET /api/v1/usage?group_by=model`: `unpriced_requests` and tokens.',
    ],
    causes: [
      'A new model that the price list does not have yet: update the gateway, or give it a price (`POST /api/v1/prices`, or `price` of the deployment).',
      'A self-hosted model: give it a price, even if it is 0.',
      'A deployment name (Azure) that says nothing of the model.',
    ],
  },
};
