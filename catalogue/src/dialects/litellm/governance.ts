import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { NONE } from './labels.js';

const none = { fixed: NONE } as const;
const HOURS_PER_SECOND = 1 / 3600;

/** Subjects that LiteLLM has budgets of; one with several budgets shows the tightest. */
const KEY = { hashed_api_key: none, api_key_alias: 'subject' } as const;
const TEAM = { team: 'subject', team_alias: 'subject' } as const;
const USER = { user: 'subject' } as const;
const PROVIDER = { api_provider: 'subject' } as const;

/** LiteLLM's gauges of budgets and limits. */
export const litellmGovernance = {
  remainingTeamBudget: view({
    name: 'litellm_remaining_team_budget_metric',
    type: 'gauge',
    help: 'What is left of a team’s budget, in US dollars.',
    from: native.budgetRemaining,
    where: { kind: ['team'], unit: ['usd'] },
    labels: TEAM,
    combine: 'min',
  }),
  teamMaxBudget: view({
    name: 'litellm_team_max_budget_metric',
    type: 'gauge',
    help: 'Size of a team’s budget, in US dollars.',
    from: native.budgetLimit,
    where: { kind: ['team'], unit: ['usd'] },
    labels: TEAM,
    combine: 'min',
  }),
  teamBudgetHours: view({
    name: 'litellm_team_budget_remaining_hours_metric',
    type: 'gauge',
    help: 'Hours until a team’s budget begins anew.',
    from: native.budgetResetSeconds,
    where: { kind: ['team'] },
    labels: TEAM,
    scale: HOURS_PER_SECOND,
    combine: 'min',
  }),
  remainingKeyBudget: view({
    name: 'litellm_remaining_api_key_budget_metric',
    type: 'gauge',
    help: 'What is left of a key’s budget, in US dollars.',
    from: native.budgetRemaining,
    where: { kind: ['key'], unit: ['usd'] },
    labels: KEY,
    combine: 'min',
  }),
  keyMaxBudget: view({
    name: 'litellm_api_key_max_budget_metric',
    type: 'gauge',
    help: 'Size of a key’s budget, in US dollars.',
    from: native.budgetLimit,
    where: { kind: ['key'], unit: ['usd'] },
    labels: KEY,
    combine: 'min',
  }),
  keyBudgetHours: view({
    name: 'litellm_api_key_budget_remaining_hours_metric',
    type: 'gauge',
    help: 'Hours until a key’s budget begins anew.',
    from: native.budgetResetSeconds,
    where: { kind: ['key'] },
    labels: KEY,
    scale: HOURS_PER_SECOND,
    combine: 'min',
  }),
  remainingUserBudget: view({
    name: 'litellm_remaining_user_budget_metric',
    type: 'gauge',
    help: 'What is left of a user’s budget, in US dollars.',
    from: native.budgetRemaining,
    where: { kind: ['user'], unit: ['usd'] },
    labels: USER,
    combine: 'min',
  }),
  userMaxBudget: view({
    name: 'litellm_user_max_budget_metric',
    type: 'gauge',
    help: 'Size of a user’s budget, in US dollars.',
    from: native.budgetLimit,
    where: { kind: ['user'], unit: ['usd'] },
    labels: USER,
    combine: 'min',
  }),
  userBudgetHours: view({
    name: 'litellm_user_budget_remaining_hours_metric',
    type: 'gauge',
    help: 'Hours until a user’s budget begins anew.',
    from: native.budgetResetSeconds,
    where: { kind: ['user'] },
    labels: USER,
    scale: HOURS_PER_SECOND,
    combine: 'min',
  }),
  remainingProviderBudget: view({
    name: 'litellm_provider_remaining_budget_metric',
    type: 'gauge',
    help: 'What is left of a provider’s budget, in US dollars.',
    from: native.budgetRemaining,
    where: { kind: ['provider'], unit: ['usd'] },
    labels: PROVIDER,
    combine: 'min',
  }),
  keyLimitAllowed: view({
    name: 'litellm_api_key_rate_limit_allowed_metric',
    type: 'gauge',
    help: 'What a key may use in a minute; rate_limit_type is requests or tokens.',
    from: native.limitAllowed,
    where: { kind: ['key'], unit: ['requests', 'tokens'] },
    labels: { ...KEY, rate_limit_type: 'unit' },
    combine: 'min',
  }),
  keyLimitUsed: view({
    name: 'litellm_api_key_rate_limit_used_metric',
    type: 'gauge',
    help: 'What a key has used in the last minute; rate_limit_type is requests or tokens.',
    from: native.limitUsed,
    where: { kind: ['key'], unit: ['requests', 'tokens'] },
    labels: { ...KEY, rate_limit_type: 'unit' },
    combine: 'max',
  }),
  teamLimitAllowed: view({
    name: 'litellm_team_rate_limit_allowed_metric',
    type: 'gauge',
    help: 'What a team may use in a minute; rate_limit_type is requests or tokens.',
    from: native.limitAllowed,
    where: { kind: ['team'], unit: ['requests', 'tokens'] },
    labels: { ...TEAM, rate_limit_type: 'unit' },
    combine: 'min',
  }),
  teamLimitUsed: view({
    name: 'litellm_team_rate_limit_used_metric',
    type: 'gauge',
    help: 'What a team has used in the last minute; rate_limit_type is requests or tokens.',
    from: native.limitUsed,
    where: { kind: ['team'], unit: ['requests', 'tokens'] },
    labels: { ...TEAM, rate_limit_type: 'unit' },
    combine: 'max',
  }),
} as const;
