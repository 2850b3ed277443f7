import type { Charge } from './charges.js';
import type { Standing } from './counting/counters.js';

/**
 * OpenAI's `x-ratelimit-{limit,remaining,reset}-{requests,tokens}` of the tightest limit, and the same of the tightest
 * budget in dollars; undefined when there is neither.
 */
export function limitHeaders(
  charges: readonly Charge[],
  standings: readonly Standing[],
  at: number
): Readonly<Record<string, string>> | undefined {
  const headers: Record<string, string> = {};
  for (const unit of ['requests', 'tokens'] as const) {
    const tightest = tightestOf(charges, standings, (charge) => charge.limit !== undefined && charge.unit === unit);
    if (tightest !== undefined) {
      headers[`x-ratelimit-limit-${unit}`] = String(tightest.limit);
      headers[`x-ratelimit-remaining-${unit}`] = String(left(tightest));
      headers[`x-ratelimit-reset-${unit}`] = duration(tightest.resetsAt - at);
    }
  }
  const budget = tightestOf(charges, standings, (charge) => charge.budget?.hard === true && charge.unit === 'usd');
  if (budget !== undefined) {
    headers['x-llm-gateway-budget-limit-usd'] = usd(budget.limit ?? 0);
    headers['x-llm-gateway-budget-remaining-usd'] = usd(left(budget));
    headers['x-llm-gateway-budget-reset'] = new Date(budget.resetsAt).toISOString();
  }
  return Object.keys(headers).length === 0 ? undefined : headers;
}

function tightestOf(
  charges: readonly Charge[],
  standings: readonly Standing[],
  matches: (charge: Charge) => boolean
): Standing | undefined {
  let tightest: Standing | undefined;
  charges.forEach((charge, index) => {
    const standing = standings[index];
    if (standing?.limit !== undefined && matches(charge)) {
      tightest = tightest === undefined || left(standing) < left(tightest) ? standing : tightest;
    }
  });
  return tightest;
}

function left({ limit, used, reserved }: Standing): number {
  return Math.max(0, (limit ?? 0) - used - reserved);
}

/** As OpenAI writes it: 120ms, 1s, 6m0s, 1h0m0s. */
function duration(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) {
    return `${ms}ms`;
  }
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${seconds % 60}s`;
  return hours > 0 ? `${hours}h${minutes}m${rest}` : minutes > 0 ? `${minutes}m${rest}` : rest;
}

function usd(nanoUsd: number): string {
  return (nanoUsd / 1e9).toFixed(6);
}
