import { alertPacks } from '../alerts/packs.js';
import type { AlertPack } from '../alerts/packs/pack.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

/** A Prometheus rule file for each pack, outside of rules/, so that our own Prometheus does not load it. */
export function alertPackFiles(): readonly GeneratedFile[] {
  return alertPacks.map((pack) => {
    const { path, text } = yamlFile(`provisioning/prometheus/packs/${pack.name}.yml`, rules(pack));
    const [header = '', ...rest] = text.split('\n');
    return { path, text: [header, ...pack.about.map((line) => `# ${line}`), ...rest].join('\n') };
  });
}

function rules({ groups }: AlertPack): object {
  return {
    groups: groups.map(({ name, alerts }) => ({
      name,
      rules: alerts.map((alert) => ({
        alert: alert.name,
        expr: alert.expr,
        ...(alert.for !== undefined && { for: alert.for }),
        labels: { severity: alert.severity },
        annotations: { summary: alert.summary, description: alert.description },
      })),
    })),
  };
}
