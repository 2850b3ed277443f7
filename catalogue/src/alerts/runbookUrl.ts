import type { AlertRule } from './rule.js';

/** Where docs/alerts.md is read. */
export const RUNBOOKS = 'https://github.com/llmgateway/llm-gateway/blob/main/docs/alerts.md';

/** The section of a rule in docs/alerts.md; its heading is the rule's name. */
export function runbookUrl({ name }: AlertRule): string {
  return `${RUNBOOKS}#${name.toLowerCase()}`;
}
