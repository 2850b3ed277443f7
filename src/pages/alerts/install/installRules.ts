import { rangeUtil } from '@grafana/data';
import {
  ALERTS_FOLDER,
  grafanaRule,
  groupInterval,
  type GrafanaRule,
  type NotificationSettings,
  type Severity,
} from '@llm-gateway/catalogue';
import { readMuteTimings } from '../../../api/alerting/contactPoints';
import { folderNamed } from '../../../api/alerting/folders';
import { putRuleGroup } from '../../../api/alerting/provisioning';
import { withCondition } from '../ruleCondition';
import type { RuleStanding } from '../ruleStanding';

/** Contact point of each severity; an empty name leaves it to Grafana's notification policies. */
export type Receivers = Readonly<Record<Severity, string>>;

export interface InstallOptions {
  readonly standings: readonly RuleStanding[];
  /** Of the Prometheus that the rules ask. */
  readonly prometheusUid: string;
  readonly receivers: Receivers;
  /** Called before each group. */
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Writes every group that no file provisioned into Grafana Alerting, as the catalogue has it now. Thresholds and
 * durations that somebody changed stay.
 */
export async function installRules({ standings, prometheusUid, receivers, onProgress }: InstallOptions): Promise<void> {
  const groups = installableGroups(standings);
  onProgress(0, groups.length);
  const [folderUid, muteTimings] = await Promise.all([folderNamed(ALERTS_FOLDER), readMuteTimings()]);
  for (const [index, title] of groups.entries()) {
    onProgress(index, groups.length);
    await putRuleGroup({
      title,
      folderUid,
      interval: rangeUtil.intervalToSeconds(groupInterval(title)),
      rules: standings
        .filter(({ rule }) => rule.group === title)
        .map((standing) => ({
          ...toInstall(standing, prometheusUid, receivers, muteTimings),
          folderUID: folderUid,
          ruleGroup: title,
        })),
    });
  }
  onProgress(groups.length, groups.length);
}

/** Groups of which Grafana lets us write all the rules. */
export function installableGroups(standings: readonly RuleStanding[]): string[] {
  const groups = [...new Set(standings.map(({ rule }) => rule.group))];
  const provisioned = new Set(
    standings
      .filter(({ origin, installed }) => origin === 'file' || origin === 'custom' || installed?.provenance)
      .map(({ rule }) => rule.group)
  );
  return groups.filter((group) => !provisioned.has(group));
}

function toInstall(
  { rule, condition, installed }: RuleStanding,
  prometheusUid: string,
  receivers: Receivers,
  muteTimings: readonly string[]
): GrafanaRule {
  const { notification_settings: settings, ...made } = withCondition(grafanaRule(rule, prometheusUid), condition);
  const notification = settings && notificationTo(receivers[rule.severity], settings, muteTimings);
  const paused = installed?.isPaused ? { isPaused: true } : {};
  return { ...made, ...paused, ...(notification && { notification_settings: notification }) };
}

/** Grafana refuses a mute timing that it does not know. */
function notificationTo(
  receiver: string,
  { mute_time_intervals: muted = [], ...settings }: NotificationSettings,
  known: readonly string[]
): NotificationSettings | undefined {
  if (receiver === '') {
    return undefined;
  }
  const there = muted.filter((name) => known.includes(name));
  return { ...settings, receiver, ...(there.length > 0 && { mute_time_intervals: there }) };
}
