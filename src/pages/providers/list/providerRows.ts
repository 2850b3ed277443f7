import { tightest } from '../figures/headroom';
import type { Figures } from '../figures/callFigures';
import type { ProviderStanding } from '../facts/standing';

/** A line of the table of providers; a figure is left out where nothing was measured. */
export interface ProviderRow extends ProviderStanding {
  readonly rate: number | undefined;
  readonly failures: number | undefined;
  readonly p95: number | undefined;
  readonly firstToken: number | undefined;
  readonly tokens: number | undefined;
  readonly cost: number | undefined;
  readonly headroom: number | undefined;
}

interface ReportedLimits {
  readonly requests_limit?: number | null;
  readonly requests_remaining?: number | null;
  readonly tokens_limit?: number | null;
  readonly tokens_remaining?: number | null;
}

/** @param costs undefined while they are not known */
export function providerRows(
  standings: ReadonlyArray<ProviderStanding & ReportedLimits>,
  figures: Figures,
  costs: ReadonlyMap<string, number> | undefined
): ProviderRow[] {
  return standings.map((standing) => ({
    ...standing,
    rate: figures.rate.get(standing.name),
    failures: figures.failures.get(standing.name),
    p95: figures.p95.get(standing.name),
    firstToken: figures.firstToken.get(standing.name),
    tokens: figures.tokens.get(standing.name),
    cost: costs && (costs.get(standing.name) ?? 0),
    headroom: tightest({
      requests: limitOf(standing.requests_limit, standing.requests_remaining),
      tokens: limitOf(standing.tokens_limit, standing.tokens_remaining),
    }),
  }));
}

function limitOf(limit: number | null | undefined, remaining: number | null | undefined) {
  return typeof limit === 'number' && typeof remaining === 'number' ? { limit, remaining } : undefined;
}
