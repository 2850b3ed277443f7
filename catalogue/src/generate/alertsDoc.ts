import { conditionOf } from '../alerts/condition.js';
import { type AlertRule, alertRules } from '../alerts/index.js';
import { SEEDS } from '../alerts/rule.js';
import { alertsGuide } from './alertsDoc/guide.js';
import type { GeneratedFile } from './files.js';

/** The runbooks: a section an alert, which its `runbook_url` leads to. */
export function alertsDoc(): GeneratedFile {
  const groups = [...new Set(alertRules.map(({ group }) => group))];
  const parts = [
    '# Alerts',
    '<!-- Generated from catalogue/ by `npm run generate`. Change it there, not here. -->',
    alertsGuide(),
    '## What the seeds asked for',
    'The monitoring setup speaks of 15 alerts and lists 14; all that are listed are here. For a stack that still runs\nLiteLLM, `provisioning/prometheus/packs/` has each seed’s alerts under its own names, on its own metrics.',
    seedTable(),
    ...groups.flatMap((group) => [
      `## ${titleOf(group)}`,
      ...alertRules.filter((rule) => rule.group === group).map(section),
    ]),
  ];
  return { path: 'docs/alerts.md', text: `${parts.join('\n\n')}\n` };
}

function titleOf(group: string): string {
  const words = group.replace('llm-gateway-', '');
  return (words[0] ?? '').toUpperCase() + words.slice(1);
}

function section(rule: AlertRule): string {
  const { name, severity, condition, for: duration, seeds = [], runbook } = rule;
  const asked = seeds.map(({ seed, alert }) => `\`${alert}\` of “${SEEDS[seed]}”`).join(', ');
  return [
    `### ${name}`,
    `**${severity}** · after ${duration}${asked === '' ? '' : ` · answers ${asked}`}`,
    condition,
    `\`\`\`promql\n${conditionOf(rule)}\n\`\`\``,
    `**What it means.** ${runbook.means}`,
    '**First look at:**',
    runbook.checks.map((check, index) => `${index + 1}. ${check}`).join('\n'),
    '**Usual causes:**',
    runbook.causes.map((cause) => `- ${cause}`).join('\n'),
  ].join('\n\n');
}

function seedTable(): string {
  const rows = Object.entries(SEEDS).flatMap(([seed, title]) => {
    const asked = alertRules.flatMap(({ name, seeds = [] }) =>
      seeds.filter((each) => each.seed === seed).map(({ alert }) => ({ alert, name }))
    );
    return [...new Set(asked.map(({ alert }) => alert))].map((alert) => {
      const answers = asked.filter((each) => each.alert === alert).map(({ name }) => link(name));
      return `- ${title}: \`${alert}\` → ${answers.join(', ')}`;
    });
  });
  return rows.join('\n');
}

const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;
