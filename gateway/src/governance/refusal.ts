import { GatewayError } from '../errors/gatewayError.js';
import type { Charge } from './charges.js';
import type { Standing } from './counting/counters.js';
import { limitHeaders } from './limitHeaders.js';

/**
 * What a client is told when a rule refuses it. Limits are 429, as OpenAI's. Budgets are 402 with LiteLLM's type
 * `budget_exceeded` and the beginning of its message, which its clients look at: a 429 would be retried at once.
 * @param standing undefined when the price of the model is not known.
 * @param asked what the request would have reserved.
 */
export function refusal(charge: Charge, standing: Standing | undefined, at: number, asked: number): GatewayError {
  const { budget, subject } = charge;
  const whose = `${subject.kind} "${subject.value}"`;
  if (standing === undefined) {
    const message = `The model has no known price, and the budget "${budget?.name}" of ${whose} is in USD. Give it a price (prices: in the configuration), or set governance.unpriced to allow.`;
    return new GatewayError(message, { ...BUDGET, code: 'unpriced_model', param: 'model', headers: NO_RETRY });
  }
  if (budget !== undefined) {
    const amount = (value: number) => (budget.unit === 'usd' ? `$${(value / 1e9).toFixed(6)}` : `${value} tokens`);
    const reserved = standing.reserved > 0 ? `, reserved by requests under way: ${amount(standing.reserved)}` : '';
    const hint = standing.used < budget.limit ? ' A smaller max_tokens lowers what a request may cost.' : '';
    const message = `Budget has been exceeded! Budget "${budget.name}" of ${whose}. Current cost: ${amount(standing.used)}${reserved}, Estimated request cost: up to ${amount(asked)}, Max budget: ${amount(budget.limit)}. It resets at ${time(standing.resetsAt)}.${hint}`;
    return new GatewayError(message, {
      ...BUDGET,
      code: 'budget_exceeded',
      headers: { ...NO_RETRY, 'x-llm-gateway-budget-reset': time(standing.resetsAt) },
    });
  }
  const seconds = charge.unit === 'parallel' ? 1 : Math.max(1, Math.ceil((standing.resetsAt - at) / 1000));
  const per = charge.unit === 'parallel' ? 'requests at the same time' : `${charge.unit} per minute`;
  const message = `Rate limit exceeded: limit "${charge.limit?.name}" of ${whose} is ${standing.limit} ${per}. Try again in ${seconds} s.`;
  return new GatewayError(message, {
    status: 429,
    type: 'rate_limit_error',
    code: 'rate_limit_exceeded',
    retryAfterSeconds: seconds,
    headers: {
      ...limitHeaders([charge], [standing], at),
      // As LiteLLM's clients read it.
      rate_limit_type: charge.unit === 'parallel' ? 'max_parallel_requests' : charge.unit,
    },
  });
}

const BUDGET = { status: 402, type: 'budget_exceeded' } as const;

/** OpenAI's clients obey it. */
const NO_RETRY = { 'x-should-retry': 'false' };

function time(at: number): string {
  return new Date(at).toISOString();
}
