import { type Fields, isObject } from '../chat/completion/fields.js';

/** Budgets up to these are as much as OpenAI's efforts, in tokens. */
const LOW = 2_048;
const MEDIUM = 8_192;

/** How much a model is to think, in OpenAI's word for it; undefined where nothing is said. */
export function reasoningEffort({ thinking, output_config: config }: Fields): string | undefined {
  const { type, budget_tokens: budget } = isObject(thinking) ? thinking : {};
  const effort = isObject(config) ? config['effort'] : undefined;
  if (type === 'disabled') {
    return undefined;
  }
  if (typeof effort === 'string') {
    return effort === 'max' ? 'xhigh' : effort;
  }
  if (type !== 'enabled' || typeof budget !== 'number') {
    return undefined;
  }
  return budget <= LOW ? 'low' : budget <= MEDIUM ? 'medium' : 'high';
}
