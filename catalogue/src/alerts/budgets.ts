import { type BurnWindow, budgetBurn } from '../expressions/budgetBurn.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-budgets';
const topic = 'budget';
const BY = 'cluster, budget, kind, subject';

/** Burning this fast over the long window, and still over the short one: it was no blip, and it has not stopped. */
const burning = (long: BurnWindow, short: BurnWindow, times: number) =>
  `${budgetBurn(long)} > ${times} and on (${BY}) ${budgetBurn(short)} > ${times}`;

const spentShare = `max by (${BY}) (${native.budgetSpent.name} / (${native.budgetLimit.name} > 0))`;

export const budgetBurnFast: AlertRule = {
  name: 'LLMGatewayBudgetBurnFast',
  uid: 'llm-gateway-budget-burn-fast',
  group,
  topic,
  severity: 'critical',
  expr: `(${burning('1h', '5m', 14.4)}) or (${burning('6h', '30m', 6)})`,
  threshold: { is: 'above', value: 6, unit: 'times' },
  for: '2m',
  condition:
    'At the pace of the last hour and of the last 5 minutes, what is left of a budget would be spent 14.4 times before it begins anew; or, of the last 6 hours and 30 minutes, 6 times.',
  summary: 'Budget {{ $labels.budget }} of {{ $labels.kind }} {{ $labels.subject }} burns fast',
  description:
    'At this pace what is left of it would be spent {{ $value | printf "%.0f" }} times over before it begins anew. A monthly budget is gone within days, a daily one within hours.',
  noData: 'ok',
  runbook: {
    means:
      'Something spends far more than the budget was made for. Soon its requests get 402 (if it is `hard`), and whoever shares it stands still.',
    checks: [
      'When is it spent? `llm_gateway_budget_exhaustion_seconds{budget="<budget>"}`, or `GET /api/v1/budgets/<budget>`.',
      'What spends it? `GET /api/v1/usage?group_by=key,model` of the last hour filtered on the subject; the dashboard “Tenant usage”.',
      'Is it meant? Ask the owner. If not: revoke or limit the key (`POST /api/v1/keys/<name>/revoke`, `limits`) before the budget stops everyone.',
    ],
    causes: [
      'An agent in a loop, or a batch job on a budget for users.',
      'A dearer model, by choice or by fallback.',
      'A leaked key.',
      'A budget that is too small from the start.',
    ],
  },
};

export const budgetBurnSlow: AlertRule = {
  name: 'LLMGatewayBudgetBurn',
  uid: 'llm-gateway-budget-burn',
  group,
  topic,
  severity: 'warning',
  expr: burning('1d', '2h', 1),
  threshold: { is: 'above', value: 1, unit: 'times' },
  for: '15m',
  condition: 'At the pace of the last day and of the last 2 hours, a budget would be spent before it begins anew.',
  summary: 'Budget {{ $labels.budget }} of {{ $labels.kind }} {{ $labels.subject }} will not last',
  description:
    'At this pace what is left of it would be spent {{ $value | printf "%.1f" }} times over before it begins anew.',
  noData: 'ok',
  runbook: {
    means: 'No hurry, but somebody should decide within the working day: spend less, or raise the budget.',
    checks: [
      'When is it spent, and when does it begin anew? `GET /api/v1/budgets/<budget>`; the dashboard “Capacity planning” has the forecast.',
      'What does it go on? `GET /api/v1/usage?group_by=model,key` since the period began; the dashboard “Cost analysis”.',
      'Would a cheaper model or the cache do for a part of it?',
    ],
    causes: ['Growth.', 'More expensive prompts: longer histories, larger documents.', 'One new user of the budget.'],
  },
};

export const budgetNearlySpent: AlertRule = {
  name: 'LLMGatewayBudgetNearlySpent',
  uid: 'llm-gateway-budget-nearly-spent',
  group,
  topic,
  severity: 'warning',
  expr: spentShare,
  threshold: { is: 'above', value: 0.9, unit: 'ratio' },
  for: '1m',
  condition: 'More than 90 % of a budget are spent.',
  summary: 'Budget {{ $labels.budget }} of {{ $labels.kind }} {{ $labels.subject }} is nearly spent',
  description: '{{ $value | humanizePercentage }} of it are spent.',
  noData: 'ok',
  runbook: {
    means: 'Little is left. Requests whose reservation does not fit any more are refused already, large ones first.',
    checks: [
      'When does it begin anew? `llm_gateway_budget_reset_seconds{budget="<budget>"}`, or `GET /api/v1/budgets/<budget>`.',
      'Does it last until then? `llm_gateway_budget_exhaustion_seconds` beside it.',
      'Is it `hard`? Then requests get 402 at the end; tell its owner now.',
    ],
    causes: ['The period is nearly over: as planned.', 'It was spent faster than planned: see LLMGatewayBudgetBurn.'],
  },
};

export const budgetExhausted: AlertRule = {
  name: 'LLMGatewayBudgetExhausted',
  uid: 'llm-gateway-budget-exhausted',
  group,
  topic,
  severity: 'critical',
  expr: `min by (${BY}) (${native.budgetRemaining.name})`,
  threshold: { is: 'below', value: 0.000001, unit: 'dollars' },
  for: '1m',
  condition: 'Nothing is left of a budget.',
  summary: 'Budget {{ $labels.budget }} of {{ $labels.kind }} {{ $labels.subject }} is spent',
  description: 'Unless it is hard: false, its requests get 402 until it begins anew or is raised.',
  noData: 'ok',
  runbook: {
    means:
      'Requests of this subject are refused with 402 `budget_exceeded`. Of a provider’s budget: its deployments are passed over.',
    checks: [
      'Is anything refused? `sum by (rule, team) (increase(llm_gateway_refusals_total{unit="usd"}[15m]))`.',
      'When does it begin anew, and what went it on? `GET /api/v1/budgets/<budget>`, `GET /api/v1/usage?group_by=key,model`.',
      'Raise it, if its owner agrees: `PATCH /api/v1/budgets/<budget>` with `limit_usd`, or the file. It is in force at once.',
    ],
    causes: [
      'It was spent as planned, and the period is not over.',
      'A loop or a leaked key: LLMGatewayBudgetBurnFast fired before.',
      'A budget of 0.',
    ],
  },
};
