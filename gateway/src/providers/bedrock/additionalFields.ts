import type { Fields } from '../../chat/completion/fields.js';
import { traitsOf } from '../anthropic/models.js';
import { defined, fieldsOf } from '../translate/json.js';
import { type Thinking, readThinking } from '../translate/readThinking.js';
import type { Unsupported } from '../unsupported.js';

/** What Converse has no field for, in the words of the model's maker. */
export function additionalFields(body: Fields, model: string, unsupported: Unsupported): Fields | undefined {
  const thinking = readThinking(body);
  const fields = {
    ...topK(body, model, unsupported),
    ...(thinking && thinkingFields(thinking, body, model, unsupported)),
  };
  return Object.keys(fields).length === 0 ? undefined : fields;
}

function topK(body: Fields, model: string, unsupported: Unsupported): Fields {
  if (body['top_k'] == null) {
    return {};
  }
  if (isAnthropic(model)) {
    return { top_k: body['top_k'] };
  }
  if (isNova(model)) {
    return { inferenceConfig: { topK: body['top_k'] } };
  }
  unsupported.field('top_k', `the model ${model} has nothing like it`);
  return {};
}

function thinkingFields(thinking: Thinking, body: Fields, model: string, unsupported: Unsupported): Fields {
  if (isAnthropic(model)) {
    return anthropicThinking(thinking, body, model);
  }
  if (model.includes('openai.gpt-oss')) {
    return defined({ reasoning_effort: thinking.effort });
  }
  if (isNova(model)) {
    const type = thinking.on ? 'enabled' : 'disabled';
    return { reasoningConfig: defined({ type, maxReasoningEffort: thinking.on ? novaEffort(thinking) : undefined }) };
  }
  if (body['reasoning_effort'] != null) {
    unsupported.field('reasoning_effort', `the model ${model} cannot be told how much to think`);
  }
  return {};
}

/** Anthropic's own words go as they are. */
function anthropicThinking({ on, effort, budget }: Thinking, body: Fields, model: string): Fields {
  if (effort === undefined) {
    const { effort: own } = fieldsOf(body['output_config']);
    return defined({ thinking: body['thinking'], output_config: own == null ? undefined : { effort: own } });
  }
  if (!on) {
    return { thinking: { type: 'disabled' } };
  }
  return traitsOf(model).adaptiveThinking
    ? { thinking: { type: 'adaptive' }, output_config: { effort: effort === 'minimal' ? 'low' : effort } }
    : { thinking: { type: 'enabled', budget_tokens: budget } };
}

function novaEffort({ effort = 'medium' }: Thinking): string {
  return effort === 'minimal' ? 'low' : effort === 'xhigh' ? 'high' : effort;
}

function isAnthropic(model: string): boolean {
  return model.includes('anthropic.') || model.includes('claude');
}

function isNova(model: string): boolean {
  return model.includes('amazon.nova');
}
