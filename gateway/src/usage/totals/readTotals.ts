import { sql } from 'kysely';

import type { Store } from '../../store/store.js';

/** What teams ever asked of a model. */
export interface UsageTotal {
  /** Empty for who is in no team; `other` for all teams past those that are told apart. */
  readonly team: string;
  readonly model: string;
  readonly requests: number;
  readonly errors: number;
  readonly nanoUsd: number;
}

/** Requests of a model whose duration was in one bucket. */
export interface DurationTotal {
  readonly model: string;
  /** Upper bound in milliseconds; undefined for those above the last bound. */
  readonly upToMs: number | undefined;
  readonly requests: number;
  readonly durationMs: number;
}

export interface UsageTotals {
  readonly usage: readonly UsageTotal[];
  readonly durations: readonly DurationTotal[];
}

export const OTHER_TEAMS = 'other';

/**
 * Totals of the ledger since its beginning; they never go down.
 * @param mostTeams told apart: those that came first, so that a team which was told apart always is
 * @throws when the store refuses.
 */
export async function readTotals({ db }: Pick<Store, 'db'>, mostTeams: number): Promise<UsageTotals> {
  const usage = await sql<Record<'team' | 'model' | 'requests' | 'errors' | 'cost', string | number>>`
    with kept as (
      select team as kept_team from usage_totals group by team order by min(since), team limit ${mostTeams}
    )
    select case when kept_team is null then ${OTHER_TEAMS} else team end as team, model, sum(requests) as requests,
      sum(errors) as errors, sum(cost_nano_usd) as cost
    from usage_totals left join kept on kept_team = team
    group by 1, 2 order by 1, 2`.execute(db);
  const durations = await db.selectFrom('duration_totals').selectAll().orderBy('model').orderBy('up_to_ms').execute();
  return {
    usage: usage.rows.map(({ team, model, requests, errors, cost }) => ({
      team: String(team),
      model: String(model),
      requests: Number(requests),
      errors: Number(errors),
      nanoUsd: Number(cost),
    })),
    durations: durations.map((row) => ({
      model: row.model,
      upToMs: Number(row.up_to_ms) === 0 ? undefined : Number(row.up_to_ms),
      requests: Number(row.requests),
      durationMs: row.duration_ms,
    })),
  };
}
