import type { Fields } from '../../chat/completion/fields.js';
import { invalidRequest } from './invalidRequest.js';
import { fieldsOf } from './json.js';

/** How much a model is to think before it answers. */
export interface Thinking {
  readonly on: boolean;
  /** One of EFFORTS; undefined where a budget is given instead. */
  readonly effort: string | undefined;
  /** In tokens; what the effort comes to, or what the client said. */
  readonly budget: number | undefined;
}

/** What each effort is to models that think within a budget of tokens; as Google has it. */
const BUDGETS: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
};

/**
 * `reasoning_effort`, or Anthropic's `thinking`; undefined where nothing is said of it.
 * @throws GatewayError 400 for an effort that is none.
 */
export function readThinking(body: Fields): Thinking | undefined {
  const { reasoning_effort: effort } = body;
  if (effort != null) {
    const budget = typeof effort === 'string' ? BUDGETS[effort] : undefined;
    if (budget === undefined) {
      throw invalidRequest('reasoning_effort', `must be one of: ${Object.keys(BUDGETS).join(', ')}.`);
    }
    return { on: effort !== 'none', effort: effort as string, budget };
  }
  const { type, budget_tokens: budget } = fieldsOf(body['thinking']);
  if (type === undefined) {
    return undefined;
  }
  return { on: type !== 'disabled', effort: undefined, budget: typeof budget === 'number' ? budget : undefined };
}
