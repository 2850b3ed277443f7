import type { GrafanaQuery, GrafanaRule } from '@llm-gateway/catalogue';
import { send } from '../grafana';

/** Rules written with it stay editable in Grafana, also by hand. */
const EDITABLE = { 'X-Disable-Provenance': 'true' };

/** A rule as Grafana Alerting has it now. */
export interface InstalledRule extends Omit<GrafanaRule, 'data'> {
  /** Its row in Grafana's database; a copy must not have it. */
  readonly id: number;
  readonly folderUID: string;
  readonly ruleGroup: string;
  /** `file` where a file provisioned it: Grafana then refuses every change by API. Empty where it can be changed. */
  readonly provenance?: string;
  readonly isPaused: boolean;
  readonly data: readonly GrafanaQuery[];
}

export interface RuleGroup {
  readonly title: string;
  readonly folderUid: string;
  /** Seconds between two evaluations. */
  readonly interval: number;
  readonly rules: ReadonlyArray<GrafanaRule & { readonly folderUID: string; readonly ruleGroup: string }>;
}

/** All rules that this user may see. */
export function readRules(): Promise<InstalledRule[]> {
  return send<InstalledRule[]>('GET', '/api/v1/provisioning/alert-rules');
}

/** Changes one rule; the rest of its group stays. */
export async function putRule(rule: InstalledRule): Promise<void> {
  await send('PUT', `/api/v1/provisioning/alert-rules/${rule.uid}`, rule, EDITABLE);
}

export async function deleteRule(uid: string): Promise<void> {
  await send('DELETE', `/api/v1/provisioning/alert-rules/${uid}`, undefined, EDITABLE);
}

/** Makes a group what it is given as: rules of it that are not named are gone afterwards. */
export async function putRuleGroup(group: RuleGroup): Promise<void> {
  const url = `/api/v1/provisioning/folder/${group.folderUid}/rule-groups/${encodeURIComponent(group.title)}`;
  await send('PUT', url, group, EDITABLE);
}
