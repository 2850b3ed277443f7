import { family } from '../family.js';

/** Keys, budgets and limits. A subject is `kind` (key, team, user, tag, model, provider) and its name. */
export const governanceFamilies = {
  authFailures: family({
    name: 'llm_gateway_auth_failures_total',
    type: 'counter',
    help: 'Requests refused at the door, before they could be charged to anyone; reason is missing_key, invalid_key, expired_key, invalid_token, expired_token, address, blocked, key_store_unavailable or jwks_unavailable.',
    labels: ['reason'],
  }),
  refusals: family({
    name: 'llm_gateway_refusals_total',
    type: 'counter',
    help: 'Requests and calls to providers that a budget or limit refused; unit is requests, tokens, parallel or usd; team is of the key that asked.',
    labels: ['rule', 'unit', 'team'],
  }),
  limitAllowed: family({
    name: 'llm_gateway_limit_allowed',
    type: 'gauge',
    help: 'What a limit allows; unit is requests or tokens (per minute), or parallel.',
    labels: ['limit', 'kind', 'subject', 'unit'],
  }),
  limitUsed: family({
    name: 'llm_gateway_limit_used',
    type: 'gauge',
    help: 'What is used of a limit now, running requests included; unit is requests or tokens (per minute), or parallel.',
    labels: ['limit', 'kind', 'subject', 'unit'],
  }),
  budgetLimit: family({
    name: 'llm_gateway_budget_limit',
    type: 'gauge',
    help: 'Size of a budget; unit is usd or tokens.',
    labels: ['budget', 'kind', 'subject', 'unit'],
  }),
  budgetSpent: family({
    name: 'llm_gateway_budget_spent',
    type: 'gauge',
    help: 'What was spent of a budget in its running period, without what running requests reserve; unit is usd or tokens.',
    labels: ['budget', 'kind', 'subject', 'unit'],
  }),
  budgetRemaining: family({
    name: 'llm_gateway_budget_remaining',
    type: 'gauge',
    help: 'What is left of a budget, not below 0; unit is usd or tokens.',
    labels: ['budget', 'kind', 'subject', 'unit'],
  }),
  budgetResetSeconds: family({
    name: 'llm_gateway_budget_reset_seconds',
    type: 'gauge',
    help: 'Seconds until a budget begins anew; of a rolling window, until its oldest part is out.',
    labels: ['budget', 'kind', 'subject'],
  }),
  budgetExhaustionSeconds: family({
    name: 'llm_gateway_budget_exhaustion_seconds',
    type: 'gauge',
    help: 'Seconds until a budget is spent, if it goes on as in the last hour; +Inf when nothing is spent.',
    labels: ['budget', 'kind', 'subject'],
  }),
  budgetResets: family({
    name: 'llm_gateway_budget_resets_total',
    type: 'counter',
    help: 'Budgets that began anew after they had been spent from.',
    labels: ['budget'],
  }),
} as const;
