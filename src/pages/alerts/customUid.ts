import type { AlertRule } from '@llm-gateway/catalogue';

/** Folder of the copies. They have the names of the rules they stand for, which are unique within a folder only. */
export const CUSTOM_FOLDER = 'LLM Gateway, own thresholds';

/** Uid of the copy that stands in for a provisioned rule (Grafana takes 40 characters). */
export function customUid({ uid }: Pick<AlertRule, 'uid'>): string {
  return uid.replace(/^llm-gateway-/, 'llm-gw-own-');
}
