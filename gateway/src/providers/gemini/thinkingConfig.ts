import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { readThinking } from '../translate/readThinking.js';

/** Models since Gemini 3 know levels, and cannot be kept from thinking. */
const LEVELS: Readonly<Record<string, string>> = {
  none: 'minimal',
  minimal: 'minimal',
  low: 'low',
  medium: 'medium',
  high: 'high',
  xhigh: 'high',
};

/** How much to think; undefined where nothing is said of it. */
export function thinkingConfig(body: Fields, model: string): Fields | undefined {
  const thinking = readThinking(body);
  if (thinking === undefined) {
    return undefined;
  }
  const { on, effort = 'none', budget } = thinking;
  if (knowsLevels(model) && (!on || budget === undefined || thinking.effort !== undefined)) {
    return defined({
      thinkingLevel: on && thinking.effort === undefined ? undefined : LEVELS[effort],
      includeThoughts: on,
    });
  }
  return defined({ thinkingBudget: on ? budget : 0, includeThoughts: on });
}

function knowsLevels(model: string): boolean {
  const [, version] = /gemini-(\d+)/.exec(model) ?? [];
  return version !== undefined && Number(version) >= 3;
}
