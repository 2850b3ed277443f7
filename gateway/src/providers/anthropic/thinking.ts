import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';
import type { Unsupported } from '../unsupported.js';
import type { Turn } from './conversation.js';
import type { ModelTraits } from './models.js';

export interface Thinking {
  readonly thinking?: unknown;
  readonly effort?: unknown;
}

/** Tokens to think with, for models that take a budget; Anthropic takes no less than the first. */
const BUDGETS: Readonly<Record<string, number>> = {
  minimal: 1_024,
  low: 2_048,
  medium: 8_192,
  high: 16_384,
  xhigh: 24_576,
  max: 32_000,
};
const LEAST_BUDGET = 1_024;
/** Of what may be generated, the share that is left for the answer. */
const ANSWER_SHARE = 4;

/**
 * How much the model is to think: as `thinking` says in Anthropic's own words, else as `reasoning_effort` does.
 * @param maxTokens as the client limits the answer, thinking included
 * @throws GatewayError 400 that names the field which cannot be honoured.
 */
export function toThinking(
  body: Fields,
  { turns, maxTokens }: { readonly turns: readonly Turn[]; readonly maxTokens: number | undefined },
  traits: ModelTraits,
  unsupported: Unsupported
): Thinking {
  const { reasoning_effort: effort, thinking, output_config: config } = body;
  const own = isObject(config) ? config['effort'] : undefined;
  if (thinking != null) {
    return { thinking, effort: own };
  }
  if (effort == null || own != null) {
    return { effort: own };
  }
  if (effort === 'none') {
    return withoutThinking(traits, unsupported);
  }
  const budget = typeof effort === 'string' ? BUDGETS[effort] : undefined;
  if (budget === undefined) {
    throw invalidField('reasoning_effort', `reasoning_effort must be one of none, ${Object.keys(BUDGETS).join(', ')}.`);
  }
  if (traits.adaptiveThinking) {
    return { thinking: { type: 'adaptive' }, effort: effort === 'minimal' ? 'low' : effort };
  }
  return withinBudget(Math.min(budget, fitting(maxTokens)), turns, unsupported);
}

function withoutThinking(traits: ModelTraits, unsupported: Unsupported): Thinking {
  if (!traits.canStopThinking) {
    unsupported.field('reasoning_effort', 'this model always thinks');
    return {};
  }
  return traits.adaptiveThinking ? { thinking: { type: 'disabled' } } : {};
}

function withinBudget(budget: number, turns: readonly Turn[], unsupported: Unsupported): Thinking {
  if (budget < LEAST_BUDGET) {
    unsupported.field('reasoning_effort', 'max_tokens leaves no room for thinking, which takes more than 1024 tokens');
    return {};
  }
  // Who does not send thinking back cannot go on with it in the middle of calling tools; a refusal would end its loop.
  return inUnsignedLoop(turns) ? {} : { thinking: { type: 'enabled', budget_tokens: budget } };
}

function fitting(maxTokens: number | undefined): number {
  return maxTokens === undefined ? Infinity : Math.floor(maxTokens - maxTokens / ANSWER_SHARE);
}

/** Whether the last turns are calls without their thinking, and their results. */
function inUnsignedLoop(turns: readonly Turn[]): boolean {
  const [calls, results] = turns.slice(-2);
  return (
    results?.content.some(({ type }) => type === 'tool_result') === true &&
    calls?.content.some(({ type }) => type === 'thinking' || type === 'redacted_thinking') !== true
  );
}
