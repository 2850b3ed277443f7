import type { TestGateway } from '../../support/gateway.js';
import {
  type Budget,
  type LedgerRow,
  readBudgets,
  readRows,
  readUsage,
  subjectOf,
  subjectsOf,
  windowStart,
} from './books.js';
import { LEAVES, type Seen } from './traffic.js';

/** What differs between budgets, as a gateway tells them, and the ledger: a line of text for each difference. */
export async function budgetDisagreements(gateway: TestGateway): Promise<readonly string[]> {
  const at = Date.now();
  const budgets = await readBudgets(gateway);
  const rows = await readRows(gateway);
  const found = await Promise.all(budgets.map((budget) => ofBudget(gateway, budget, rows, at)));
  if (budgets.some((budget) => turned(budget, at))) {
    return budgetDisagreements(gateway);
  }
  return found.flat();
}

/** Hard budgets that were there all along and let more pass than they allow. */
export async function overspent(gateway: TestGateway): Promise<readonly Budget[]> {
  const budgets = await readBudgets(gateway);
  return budgets.filter(
    (budget) =>
      budget.name.startsWith('tight-') &&
      budget['hard'] !== false &&
      budget.standings.some(({ used }) => used > Number(budget['limit_usd'] ?? budget['limit_tokens']))
  );
}

/** Whether a calendar window has ended since. */
function turned(budget: Budget, at: number): boolean {
  return budget.window === undefined && windowStart(budget, at) !== windowStart(budget, Date.now());
}

async function ofBudget(
  gateway: TestGateway,
  budget: Budget,
  rows: readonly LedgerRow[],
  at: number
): Promise<readonly string[]> {
  const { kind, value } = subjectOf(budget);
  const usd = budget['limit_usd'] !== undefined;
  const from = windowStart(budget, at);
  const spent = new Map<string, number>();
  for (const row of rows.filter(({ time }) => Date.parse(time) >= from)) {
    const amount = usd ? (row.cost_nano_usd ?? 0) : row.input_tokens + row.output_tokens;
    subjectsOf(row, kind).forEach((subject) => spent.set(subject, (spent.get(subject) ?? 0) + amount));
  }
  const expected = [...spent].filter(
    ([subject, amount]) =>
      amount > 0 &&
      (subject === value || value === '*' || (value.endsWith('=*') && subject.startsWith(value.slice(0, -1))))
  );
  const told = new Map(budget.standings.map((standing) => [standing.subject.value, standing]));
  const differences: string[] = [];
  const subjects = new Set([...expected.map(([subject]) => subject), ...told.keys()]);
  for (const subject of subjects) {
    const standing = told.get(subject);
    const used = usd ? Math.round((standing?.used ?? NaN) * 1e9) : standing?.used;
    const usage = await readUsage(gateway, from, kind, subject);
    const sums = { ledger: spent.get(subject) ?? 0, usage: usd ? usage.nanoUsd : usage.tokens, used };
    if (sums.ledger !== used || sums.usage !== used || standing?.reserved !== 0) {
      const what = `${budget.name} (${usd ? 'nano-dollars' : 'tokens'}) of ${kind} ${subject}`;
      differences.push(`${what}: ${JSON.stringify({ ...sums, reserved: standing?.reserved })}`);
    }
  }
  return differences;
}

/** Series of the metrics that count requests, tokens and money, with their values. */
type Series = Map<string, number>;

/** What differs between the metrics of a gateway and the requests that it has ended since it was started. */
export async function metricDisagreements(
  gateway: TestGateway,
  rows: readonly LedgerRow[]
): Promise<readonly string[]> {
  const told: Series = new Map();
  for (const { name, labels, value } of (await gateway.metrics()).all) {
    const names = LABELS[name];
    if (names !== undefined) {
      const values = names.map((label) => labels[label] ?? '');
      add(told, name, values, name.includes('usd') ? value * 1e9 : value);
    }
  }
  const expected: Series = new Map();
  for (const row of rows) {
    const { model, key } = row;
    const whose = [model, row.provider ?? 'none', row.team ?? 'none', key];
    const how = [String(row.streaming), row.status, String(row.code), row.error_type ?? 'none'];
    add(expected, 'llm_gateway_requests_total', [...whose, ...how], 1);
    add(expected, 'llm_gateway_tokens_total', [...whose, 'input'], row.input_tokens);
    add(expected, 'llm_gateway_tokens_total', [...whose, 'output'], row.output_tokens);
    add(expected, 'llm_gateway_cost_usd_total', whose, row.cost_nano_usd ?? 0);
  }
  return [...new Set([...told.keys(), ...expected.keys()])].flatMap((series) => {
    const [metric, ledger] = [Math.round(told.get(series) ?? 0), expected.get(series) ?? 0];
    return metric === ledger ? [] : [`${series}: ${JSON.stringify({ metric, ledger })}`];
  });
}

const WHOSE = ['model', 'provider', 'team', 'key'];
const LABELS: Readonly<Record<string, readonly string[]>> = {
  llm_gateway_requests_total: [...WHOSE, 'streaming', 'status', 'code', 'error_type'],
  llm_gateway_tokens_total: [...WHOSE, 'type'],
  llm_gateway_cost_usd_total: WHOSE,
};

function add(series: Series, name: string, labels: readonly string[], value: number): void {
  const full = `${name} ${labels.join(' ')}`;
  series.set(full, (series.get(full) ?? 0) + value);
}

/**
 * What differs between what clients saw and the ledger: good answers that are missing or there twice, and costs that
 * were told, by key, of clients that stayed.
 * @param whole whether every answer reached its client, so that the sums by key must agree too
 */
export function answerDisagreements(
  seen: readonly Seen[],
  rows: readonly LedgerRow[],
  whole: boolean
): readonly string[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const twice = byId.size === rows.length ? [] : [`${rows.length - byId.size} rows are there twice`];
  const wrong = seen.flatMap(({ id, key, stream, nanoUsd }) => {
    const row = byId.get(id);
    if (row === undefined) {
      return [`${id} was answered and is missing`];
    }
    const same = row.status === 'success' && row.key === key && row.streaming === stream;
    return same && (stream || (row.cost_nano_usd ?? undefined) === nanoUsd)
      ? []
      : [`${id}: ${JSON.stringify({ key, stream, nanoUsd, row })}`];
  });
  return [...twice, ...wrong, ...(whole ? sumsByKey(seen, rows) : [])];
}

function sumsByKey(seen: readonly Seen[], rows: readonly LedgerRow[]): readonly string[] {
  const told = new Map<string, number>();
  const ledger = new Map<string, number>();
  for (const { key, stream, leaves, nanoUsd } of seen) {
    if (!stream && !leaves) {
      told.set(key, (told.get(key) ?? 0) + (nanoUsd ?? 0));
    }
  }
  for (const { key, streaming, tags, cost_nano_usd: cost } of rows) {
    if (!streaming && tags[LEAVES] === 'false') {
      ledger.set(key, (ledger.get(key) ?? 0) + (cost ?? 0));
    }
  }
  return [...new Set([...told.keys(), ...ledger.keys()])].flatMap((key) =>
    (told.get(key) ?? 0) === (ledger.get(key) ?? 0)
      ? []
      : [`${key} was told ${told.get(key)} nano-dollars, and the ledger has ${ledger.get(key)}`]
  );
}
