import { type AlertCase, growing, steady } from './alertCase.js';

const HOUR = 60;
const DAY = 24 * HOUR;

const TOKENS = 'llm_gateway_tokens_total{instance="gw",model="m",provider="p",team="t",key="k",type="input"}';
const COST = 'llm_gateway_cost_usd_total{instance="gw",model="m",provider="p",team="t",key="k"}';
const UNPRICED = 'llm_gateway_unpriced_requests_total{instance="gw",model="m",provider="p"}';
const cached = (result: string) => `llm_gateway_cache_requests_total{instance="gw",model="m",result="${result}"}`;

/** A budget of $1000 that begins anew in ten days and has half of it left, as one of two replicas tells it. */
const budget = (spent: string) => ({
  'llm_gateway_budget_spent{instance="gw",budget="b",kind="team",subject="t",unit="usd"}': spent,
  'llm_gateway_budget_remaining{instance="gw",budget="b",kind="team",subject="t",unit="usd"}': steady(500, 3 * DAY),
  'llm_gateway_budget_reset_seconds{instance="gw",budget="b",kind="team",subject="t"}': steady(864_000, 3 * DAY),
});
/** Dollars a minute at which the $500 last exactly the ten days. */
const EVEN = 500 / (10 * DAY);
const subject = { budget: 'b', kind: 'team', subject: 't' };
const share = (spent: number, of: number) => ({
  'llm_gateway_budget_spent{instance="gw",budget="b",kind="team",subject="t",unit="usd"}': steady(spent),
  'llm_gateway_budget_limit{instance="gw",budget="b",kind="team",subject="t",unit="usd"}': steady(of),
});
const left = (usd: number) => ({
  'llm_gateway_budget_remaining{instance="gw",budget="b",kind="team",subject="t",unit="usd"}': steady(usd),
});

export const moneyCases: readonly AlertCase[] = [
  {
    alert: 'LLMGatewayHighTokenUsage',
    fires: { series: { [TOKENS]: growing(17_000, 2 * HOUR) }, at: '90m', labels: {} },
    silent: { series: { [TOKENS]: growing(16_000, 2 * HOUR) }, at: '90m' },
  },
  {
    alert: 'LLMGatewayLowCacheHitRate',
    fires: {
      series: { [cached('hit')]: growing(29, 2 * HOUR), [cached('miss')]: growing(71, 2 * HOUR) },
      at: '100m',
      labels: {},
    },
    // What is never cached does not count.
    silent: {
      series: {
        [cached('hit')]: growing(31, 2 * HOUR),
        [cached('miss')]: growing(69, 2 * HOUR),
        [cached('bypass')]: growing(900, 2 * HOUR),
      },
      at: '100m',
    },
  },
  {
    alert: 'LLMGatewayLowCacheHitRate',
    fires: { series: { [cached('miss')]: growing(10, 2 * HOUR) }, at: '100m', labels: {} },
    // No cache at all.
    silent: { series: { [cached('bypass')]: growing(900, 2 * HOUR) }, at: '100m' },
  },
  {
    alert: 'LLMGatewayHighDailyCost',
    fires: { series: { [COST]: growing(101 / DAY, 2 * DAY) }, at: '26h', labels: {} },
    silent: { series: { [COST]: growing(99 / DAY, 2 * DAY) }, at: '26h' },
  },
  {
    alert: 'LLMGatewayCostSpike',
    fires: { series: { [COST]: `0+0.1x${2 * HOUR} 12.4+0.4x${2 * HOUR}` }, at: '175m', labels: {} },
    // Three times as much, but of next to nothing.
    silent: { series: { [COST]: `0+0.001x${2 * HOUR} 0.123+0.003x${2 * HOUR}` }, at: '175m' },
  },
  {
    alert: 'LLMGatewayUnpricedModel',
    // The series appears with the first one, and there is no second.
    fires: { series: { [UNPRICED]: `_x90 1x${HOUR}` }, at: '95m', labels: { model: 'm', provider: 'p' } },
    silent: { series: { [UNPRICED]: steady(4, 3 * HOUR) }, at: '150m' },
  },
  {
    alert: 'LLMGatewayBudgetBurnFast',
    fires: { series: budget(growing(15 * EVEN, 2 * HOUR)), at: '75m', labels: subject },
    // As fast over the hour, but it has stopped.
    silent: { series: budget(`0+${30 * EVEN}x50 ${30 * EVEN * 50}x70`), at: '62m' },
  },
  {
    alert: 'LLMGatewayBudgetBurnFast',
    fires: { series: budget(growing(6.5 * EVEN, 8 * HOUR)), at: '370m', labels: subject },
    silent: { series: budget(growing(5.5 * EVEN, 8 * HOUR)), at: '370m' },
  },
  {
    alert: 'LLMGatewayBudgetBurn',
    fires: { series: budget(growing(1.1 * EVEN, 3 * DAY)), at: '25h', labels: subject },
    silent: { series: budget(growing(0.9 * EVEN, 3 * DAY)), at: '25h' },
  },
  {
    alert: 'LLMGatewayBudgetBurn',
    fires: { series: budget(growing(1.1 * EVEN, 3 * DAY)), at: '25h', labels: subject },
    // It began anew within the day: nothing can be said yet.
    silent: { series: budget(`0+${2 * EVEN}x${20 * HOUR} 0+${2 * EVEN}x${DAY}`), at: '25h' },
  },
  {
    alert: 'LLMGatewayBudgetNearlySpent',
    fires: { series: share(91, 100), at: '3m', labels: subject },
    silent: { series: share(90, 100), at: '3m' },
  },
  {
    alert: 'LLMGatewayBudgetExhausted',
    fires: { series: left(0), at: '3m', labels: subject },
    silent: { series: left(0.01), at: '3m' },
  },
];
