// Prints docs/metrics.md from the catalogue (built before).
import { dialects } from '../../catalogue/dist/index.js';
import { ledgerFamilies } from '../../catalogue/dist/metrics/ledger.js';
import { governanceFamilies } from '../../catalogue/dist/metrics/native/governance.js';
import { operationFamilies } from '../../catalogue/dist/metrics/native/operation.js';
import { providerFamilies } from '../../catalogue/dist/metrics/native/providers.js';
import { requestFamilies } from '../../catalogue/dist/metrics/native/requests.js';
import { usageFamilies } from '../../catalogue/dist/metrics/native/usage.js';

/** @typedef {import('../../catalogue/dist/index.js').MetricFamily} MetricFamily */
/** @typedef {import('../../catalogue/dist/index.js').View} View */

const INTRODUCTION = `# Metrics

<!-- Generated from catalogue/ by \`npm run generate\`. Change it there, not here. -->

\`GET /metrics\`, with the metrics token as Bearer: Prometheus' text format, or OpenMetrics, with exemplars, to who asks for
it. Everything is of this process since its start; each replica is scraped by itself.

- **Units** are in the names: seconds, US dollars, tokens. Counters end in \`_total\`.
- **\`none\`** stands for a label without a value, \`unknown\` for a model that is not configured.
- **Labels are bounded:** past \`metrics.max_label_values\` different values a new one becomes \`other\`, which
  \`llm_gateway_metrics_label_overflows_total\` counts. \`metrics.hash_names\` hides the names of keys, teams and users;
  \`metrics.off\` leaves whole families out ([configuration](configuration.md#metrics)).
- **Other names** for the same series are shown if \`metrics.dialects\` says so; they are at the end. They are made when
  Prometheus asks, so they cost a request nothing.
`;

/** @type {ReadonlyArray<[string, Readonly<Record<string, MetricFamily>>]>} */
const GROUPS = [
  ['Requests', requestFamilies],
  ['Tokens, money and the cache', usageFamilies],
  ['Providers and deployments', providerFamilies],
  ['Keys, budgets and limits', governanceFamilies],
  ['The gateway itself', operationFamilies],
];

/** @type {Readonly<Record<string, string>>} */
const ABOUT = {
  litellm:
    'What LiteLLM’s dashboards and alerts ask for: its own families, names that it had before, and those of two guides to monitoring it. A label without a value says `None`. [What differs](migration-litellm.md#dashboards-and-alerts).',
  'inference-gateway': 'What the dashboards and alerts of the LLM Inference Gateway ask for.',
  genai:
    'OpenTelemetry’s GenAI conventions as its Prometheus exporter names them, with their boundaries. `gen_ai_provider_name` is the provider’s name in the configuration.',
};

const ABOUT_LEDGER =
  '`GET /api/v1/llm/metrics`, with the same token: since the ledger began, also over restarts. Every replica shows the same, so scrape one, or take `max` over them.';

/** @param {readonly string[]} names */
const code = (names) => names.map((name) => `\`${name}\``).join(', ');

/** @param {readonly string[]} head @param {readonly string[][]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {View} view Labels that have values, and what of the native family is shown. */
function viewRow({ name, type, from, labels, where = {}, except = {} }) {
  const filled = Object.entries(labels).filter(([, source]) => typeof source === 'string' || 'from' in source);
  /** @param {Partial<Readonly<Record<string, readonly string[]>>>} filter @param {string} sign */
  const filters = (filter, sign) =>
    Object.entries(filter).map(([label, values = []]) => `\`${label}\` ${sign} ${values.join(', ')}`);
  const shown = [code([from.name]), ...filters(where, 'is'), ...filters(except, 'is not')].join('; ');
  return [code([name]), type, code(filled.map(([label]) => label)), shown];
}

/** @param {Readonly<Record<string, MetricFamily>>} families */
function familyTable(families) {
  const rows = Object.values(families).map(({ name, type, labels, help }) => [code([name]), type, code(labels), help]);
  return table(['family', 'type', 'labels', 'what'], rows);
}

const native = GROUPS.map(([title, families]) => `\n## ${title}\n\n${familyTable(families)}\n`);
const ledger = `\n## Totals of the ledger\n\n${ABOUT_LEDGER}\n\n${familyTable(ledgerFamilies)}\n`;
const others = dialects.map(({ name, views }) => {
  const rows = views.map(viewRow);
  return `\n## Dialect ${name}\n\n${ABOUT[name] ?? ''}\n\n${table(['family', 'type', 'labels that have values', 'is'], rows)}\n`;
});
process.stdout.write([INTRODUCTION, ...native, ledger, ...others].join(''));
