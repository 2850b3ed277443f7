import { type CalendarUnit, calendarWindow } from '../../../gateway/src/governance/counting/window.js';
import { SUBJECT_KINDS } from '../../../gateway/src/governance/subject.js';
import type { TestGateway } from '../../support/gateway.js';

/** A request as `GET /api/v1/requests` has it. */
export interface LedgerRow {
  readonly id: string;
  readonly time: string;
  readonly key: string;
  readonly team: string | null;
  readonly user: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly model: string;
  readonly provider: string | null;
  readonly streaming: boolean;
  readonly status: string;
  readonly error_type: string | null;
  readonly code: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_nano_usd: number | null;
}

export interface Standing {
  readonly subject: { readonly kind: string; readonly value: string };
  readonly unit: 'usd' | 'tokens';
  readonly used: number;
  readonly reserved: number;
}

/** A budget as `GET /api/v1/budgets` has it. */
export interface Budget extends Readonly<Partial<Record<string, unknown>>> {
  readonly name: string;
  readonly timezone?: string;
  readonly period?: CalendarUnit;
  readonly window?: string;
  readonly standings: readonly Standing[];
}

interface LedgerPage {
  readonly requests: readonly LedgerRow[];
  readonly next_cursor: string | null;
}

const PAGE = 1_000;

/** Every request in the ledger that gateways share. */
export async function readRows(...gateways: readonly TestGateway[]): Promise<readonly LedgerRow[]> {
  // Each writes what it still has before it answers.
  await Promise.all(gateways.map((gateway) => gateway.usage()));
  const gateway = gateways[0] as TestGateway;
  const rows: LedgerRow[] = [];
  let page: LedgerPage;
  let cursor = '';
  do {
    page = (await getJson(gateway, `/requests?from=0&limit=${PAGE}${cursor}`)) as LedgerPage;
    rows.push(...page.requests);
    cursor = `&cursor=${page.next_cursor}`;
  } while (page.next_cursor !== null);
  return rows;
}

export async function readBudgets(gateway: TestGateway): Promise<readonly Budget[]> {
  return ((await getJson(gateway, '/budgets')) as { readonly budgets: readonly Budget[] }).budgets;
}

/** `GET /api/v1/usage` of all time, of one subject. */
export async function readUsage(
  gateway: TestGateway,
  from: number,
  kind: string,
  value: string
): Promise<{ readonly nanoUsd: number; readonly tokens: number }> {
  const at = value.indexOf('=');
  const [name, wanted] = kind === 'tag' ? [`tag:${value.slice(0, at)}`, value.slice(at + 1)] : [kind, value];
  const query = new URLSearchParams({ from: String(from), [name]: wanted });
  const { totals } = (await getJson(gateway, `/usage?${query.toString()}`)) as {
    readonly totals: { readonly cost_nano_usd: number; readonly total_tokens: number };
  };
  return { nanoUsd: totals.cost_nano_usd, tokens: totals.total_tokens };
}

async function getJson(gateway: TestGateway, path: string): Promise<unknown> {
  const response = await gateway.get(`/api/v1${path}`, gateway.adminToken);
  if (response.status !== 200) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** What a budget is on. */
export function subjectOf(budget: Budget): { readonly kind: string; readonly value: string } {
  const kind = SUBJECT_KINDS.find((each) => budget[each] !== undefined) ?? 'none';
  return { kind, value: String(budget[kind]) };
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** When the window of a budget began, at a time. */
export function windowStart({ window, period = 'monthly', timezone = 'UTC' }: Budget, at: number): number {
  return window === undefined
    ? calendarWindow(period, timezone, at).start
    : at - Number(window.slice(0, -1)) * (UNIT_MS[window.slice(-1)] ?? 0);
}

/** Whom a request is charged to, of a kind. */
export function subjectsOf(row: LedgerRow, kind: string): readonly string[] {
  if (kind === 'tag') {
    // No budget can be on a name with an equals sign.
    return Object.entries(row.tags).flatMap(([name, value]) => (name.includes('=') ? [] : [`${name}=${value}`]));
  }
  const value = row[kind as 'key' | 'team' | 'user' | 'model' | 'provider'];
  return value === null ? [] : [value];
}
