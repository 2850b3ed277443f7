// What is measured: the questions of the cost page, the request explorer and the budgets, asked as the gateway asks
// them; where there is one, the same question in plain SQL over single requests.
import { createRequire } from 'node:module';

const { sql } = await import(createRequire(new URL('../../gateway/package.json', import.meta.url)).resolve('kysely'));

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * @param {any} product
 * @param {{ from: number, to: number, id: string, key: string, user: string, rareUser: string }} data
 * @returns {Array<{ name: string, ask: (store: any) => Promise<unknown>, plain?: any }>}
 */
export function questions(product, { from, to, id, key, user, rareUser }) {
  const { findRequest, parseUsageQuery, queryRequests, queryUsage, spentIn, usageCsv, parseRequestsQuery } = product;
  const month = { from: String(from), to: String(to) };
  const usage = (/** @type {object} */ parameters) => (/** @type {any} */ store) =>
    queryUsage(store, parseUsageQuery({ ...month, ...parameters }));
  const requests = (/** @type {object} */ parameters) => (/** @type {any} */ store) =>
    queryRequests(store, parseRequestsQuery({ ...month, limit: '100', ...parameters }));
  const spent = (/** @type {object} */ subject) => (/** @type {any} */ store) =>
    spentIn(store, { subject, unit: 'usd', from, to, bucketMs: undefined });
  const plainPage = (/** @type {any} */ test) =>
    sql`select * from requests where time >= ${from} and time < ${to} and ${test} order by time desc, id desc limit 101`;
  const sums = sql`count(*), sum(input_tokens), sum(output_tokens), sum(cost_nano_usd) as cost, sum(duration_ms)`;
  const plain = (/** @type {any} */ groups, /** @type {any} */ test = sql`1 = 1`) =>
    sql`select ${groups}, ${sums} from requests where time >= ${from} and time < ${to} and ${test}`;

  return [
    {
      name: 'Cost page: month by team by day',
      ask: usage({ group_by: 'team', bucket: '1d' }),
      plain: sql`${plain(sql`time - time % ${sql.lit(DAY)} as day, team`)} group by 1, 2`,
    },
    {
      name: 'the same, cost and requests only',
      ask: usage({ group_by: 'team', bucket: '1d', measures: 'cost_usd,requests' }),
      plain: sql`select time - time % ${sql.lit(DAY)} as day, team, count(*), sum(cost_nano_usd) from requests
        where time >= ${from} and time < ${to} group by 1, 2`,
    },
    ...['Europe/Berlin', 'Asia/Kolkata'].map((timezone) => ({
      name: `the same, days of ${timezone}, from and to within hours`,
      ask: (/** @type {any} */ store) => {
        const range = { from: String(from + 0.3 * HOUR), to: String(to - 0.3 * HOUR) };
        return queryUsage(store, parseUsageQuery({ ...range, group_by: 'team', bucket: '1d', timezone }));
      },
    })),
    {
      name: 'Top 20 users of the month by cost',
      ask: usage({ group_by: 'user', limit: '20' }),
      plain: sql`${plain(sql`"user"`)} group by 1 order by cost desc limit 20`,
    },
    { name: 'One request by id', ask: (/** @type {any} */ store) => findRequest(store, id) },
    {
      name: 'First page of requests, errors only',
      ask: requests({ status: 'error' }),
      plain: plainPage(sql`status = 'error'`),
    },
    {
      name: 'First page of requests of a user who is rarely seen',
      ask: requests({ user: rareUser }),
      plain: plainPage(sql`"user" = ${rareUser}`),
    },
    {
      name: 'Chargeback: export of the month by team, key, model, provider',
      ask: async (/** @type {any} */ store) => {
        const query = parseUsageQuery({ ...month, group_by: 'team,key,model,provider', bucket: '1M' });
        const answer = await queryUsage(store, query);
        return [...usageCsv(answer, query, { bucket: '1M', timezone: 'UTC' })].join('');
      },
      plain: sql`${plain(sql`team, key, model, provider`)} group by 1, 2, 3, 4`,
    },
    {
      name: 'Seed of a budget: what a key spent in the month',
      ask: spent({ kind: 'key', value: key }),
      plain: plain(sql`1`, sql`key = ${key}`),
    },
    { name: 'Seed of a budget: what a team spent', ask: spent({ kind: 'team', value: 'team-00' }) },
    {
      name: 'Seed of a budget: what a user spent',
      ask: spent({ kind: 'user', value: user }),
      plain: plain(sql`1`, sql`"user" = ${user}`),
    },
    { name: 'Seed of a budget: what a tag (project) spent', ask: spent({ kind: 'tag', value: 'project=project-7' }) },
    {
      name: '95th percentile of the duration by model, over a day',
      ask: usage({ from: String(to - DAY), group_by: 'model', measures: 'p95_duration_ms' }),
    },
  ];
}
