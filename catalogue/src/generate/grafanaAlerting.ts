import type { GeneratedFile } from './files.js';
import { type GrafanaReceivers, grafanaContactPoints } from './grafanaAlerting/contactPoints.js';
import { grafanaMuteTimings } from './grafanaAlerting/muteTimings.js';
import { grafanaRules } from './grafanaAlerting/rules.js';
import { grafanaTemplates } from './grafanaAlerting/templates.js';
import { yamlFile } from './yamlFile.js';

const RELAY_ONLY: GrafanaReceivers = { email: undefined, slack: undefined };

/** Rules, and what they name: Grafana reads all files of the folder before it applies any. */
export function grafanaAlerting(receivers: GrafanaReceivers = RELAY_ONLY): readonly GeneratedFile[] {
  const file = (name: string, content: object) =>
    yamlFile(`provisioning/grafana/alerting/${name}.yaml`, { apiVersion: 1, ...content });
  return [
    file('llm-gateway', grafanaRules()),
    file('contact-points', grafanaContactPoints(receivers)),
    file('mute-timings', grafanaMuteTimings()),
    file('templates', grafanaTemplates()),
  ];
}
