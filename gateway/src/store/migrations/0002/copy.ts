import { type Kysely, sql } from 'kysely';

import type { StoreDialect } from '../../store.js';

const SAME = sql.raw(
  `id, time, key, team, "user", tags, model, provider, deployment, streaming, status, code, error_type, input_tokens,
   cached_input_tokens, output_tokens, reasoning_tokens, usage_source, cost_nano_usd, price_source, unpriced,
   duration_ms, first_token_ms, overhead_ms`
);

const SUMS = sql.raw(
  `count(*), sum(case when status = 'error' then 1 else 0 end), sum(case when status = 'aborted' then 1 else 0 end),
   sum(input_tokens), sum(cached_input_tokens), 0, sum(output_tokens), sum(reasoning_tokens),
   coalesce(sum(cost_nano_usd), 0), 0, sum(unpriced), count(first_token_ms), sum(duration_ms),
   coalesce(sum(first_token_ms), 0)`
);

const SUM_COLUMNS = sql.raw(
  `requests, errors, aborted, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens,
   cost_nano_usd, saved_nano_usd, unpriced, first_tokens, duration_ms, first_token_ms`
);

/** Copies `requests_aside`, of the first layout, to the tables of the second. */
export async function fromFirstLayout(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  const sqlite = dialect === 'sqlite';
  const tag = (name: string) => sql.raw(sqlite ? `json_extract(tags, '$.${name}')` : `tags::json ->> '${name}'`);
  const count = sql.raw(sqlite ? 'json_array_length(attempts)' : 'json_array_length(attempts::json)');
  await sql`
    insert into requests (${SAME}, feature, environment, batch, cache, cache_write_5m_tokens, cache_write_1h_tokens,
      audio_input_tokens, audio_output_tokens, images, characters, audio_seconds, saved_nano_usd, attempts)
    select ${SAME}, ${tag('feature')}, ${tag('environment')}, 0, 'bypass', 0, 0, 0, 0, 0, 0, 0, 0,
      case when attempts is not null then ${count} when provider is not null then 1 else 0 end
    from requests_aside`.execute(db);

  const field = (name: string) => (sqlite ? `json_extract(call.value, '$.${name}')` : `call.value ->> '${name}'`);
  const [number, status, duration] = sqlite
    ? ['call.key + 1', field('status'), field('durationMs')]
    : ['call.number', `(${field('status')})::smallint`, `(${field('durationMs')})::double precision`];
  const calls = sqlite
    ? 'json_each(requests_aside.attempts) as call'
    : 'json_array_elements(requests_aside.attempts::json) with ordinality as call (value, number)';
  await sql`
    insert into attempts (request_id, time, number, provider, deployment, model, status, outcome, duration_ms)
    select requests_aside.id, requests_aside.time, ${sql.raw(number)}, ${sql.raw(field('provider'))},
      ${sql.raw(field('deployment'))}, ${sql.raw(`coalesce(${field('model')}, requests_aside.model)`)},
      ${sql.raw(status)}, ${sql.raw(field('outcome'))}, ${sql.raw(duration)}
    from requests_aside cross join ${sql.raw(calls)}
    where requests_aside.attempts is not null`.execute(db);

  await sql`
    insert into usage_hourly (hour, team, key, model, provider, feature, environment, status, error_type, streaming,
      cache, ${SUM_COLUMNS})
    select time - time % 3600000, coalesce(team, ''), key, model, coalesce(provider, ''), coalesce(feature, ''),
      coalesce(environment, ''), status, coalesce(error_type, ''), streaming, cache, ${SUMS}
    from requests group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(db);
  await sql`
    insert into usage_hourly_users (hour, "user", team, model, ${SUM_COLUMNS})
    select time - time % 3600000, coalesce("user", ''), coalesce(team, ''), model, ${SUMS}
    from requests group by 1, 2, 3, 4`.execute(db);
}

/** Copies `requests_aside`, of the second layout, and its attempts to `requests` of the first. */
export async function toFirstLayout(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  const fields = `'provider', provider, 'deployment', deployment, 'model', model, 'status', status, 'outcome', outcome,
    'durationMs', duration_ms`;
  const calls =
    dialect === 'sqlite'
      ? `json_group_array(json_object(${fields}) order by number)`
      : `json_agg(json_build_object(${fields}) order by number)::text`;
  await sql`
    insert into requests (${SAME}, attempts)
    select ${SAME}, (
      select ${sql.raw(calls)} from attempts
      where attempts.time = requests_aside.time and attempts.request_id = requests_aside.id
      having count(*) > 0)
    from requests_aside`.execute(db);
}
