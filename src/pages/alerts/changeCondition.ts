import { rangeUtil } from '@grafana/data';
import { grafanaRule, groupInterval } from '@llm-gateway/catalogue';
import { folderNamed } from '../../api/alerting/folders';
import { deleteRule, putRule, putRuleGroup, readRules } from '../../api/alerting/provisioning';
import { silenceRule, unsilenceRule } from '../../api/alerting/silences';
import { CUSTOM_FOLDER, customUid } from './customUid';
import { withCondition, type RuleCondition } from './ruleCondition';
import type { RuleStanding } from './ruleStanding';

/** By it the silence is found again; people read it in Grafana. */
export const SILENCE_COMMENT = 'A copy of this rule with its own threshold stands in for it: LLM Gateway, Alerts page.';

/**
 * Puts another threshold or duration in force. Grafana lets nobody change a rule that a file provisioned: a copy stands
 * in for it then, and the provisioned one is silenced.
 */
export async function changeCondition({ rule, origin, installed }: RuleStanding, to: RuleCondition): Promise<void> {
  if (!installed) {
    throw new Error(`The rule ${rule.name} is not installed.`);
  }
  if (origin !== 'file') {
    await putRule(withCondition(installed, to));
    return;
  }
  const folderUid = await folderNamed(CUSTOM_FOLDER);
  const neighbours = (await readRules()).filter(
    ({ folderUID, ruleGroup }) => folderUID === folderUid && ruleGroup === rule.group
  );
  const { provenance: _, id: __, ...base } = installed;
  const copy = { ...withCondition(base, to), uid: customUid(rule), folderUID: folderUid, ruleGroup: rule.group };
  await putRuleGroup({
    title: rule.group,
    folderUid,
    interval: rangeUtil.intervalToSeconds(groupInterval(rule.group)),
    rules: [...neighbours, copy],
  });
  await silenceRule(rule.uid, SILENCE_COMMENT);
}

/** Puts the catalogue's threshold and duration in force again. */
export async function resetCondition({ rule, origin, installed }: RuleStanding): Promise<void> {
  if (origin === 'custom') {
    // First the one and then the other: rather told twice than not at all.
    await unsilenceRule(rule.uid, SILENCE_COMMENT);
    await deleteRule(customUid(rule));
  } else if (installed) {
    const { for: duration } = grafanaRule(rule);
    await putRule(withCondition(installed, { threshold: rule.threshold.value, for: duration }));
  }
}
