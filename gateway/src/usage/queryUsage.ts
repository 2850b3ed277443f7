import type { UsageGrouping, UsageMeasure } from '@llm-gateway/catalogue';

import type { Store } from '../store/store.js';
import { groupKey } from './query/group.js';
import { isQuantile, type QuantileMeasure, type QuantileValues, selectQuantiles } from './query/quantiles.js';
import { addUp, type SummedGroup, selectSums } from './query/selectSums.js';
import type { Grouping } from './query/statement.js';
import { FORMULAS, type SummedMeasure, type SumName, sumsFor } from './query/sums.js';
import { selectTopGroups } from './query/topGroups.js';

export interface UsageQuery extends Omit<Grouping, 'only'> {
  readonly measures: readonly UsageMeasure[];
  /** Groups come by time, then by this, the largest first. */
  readonly orderBy: UsageMeasure;
  /** Keeps only so many groups: those with most of it over the whole range. */
  readonly limit: number | undefined;
}

type Means = 'avg_duration_ms' | 'avg_first_token_ms';
type OnRequest = QuantileMeasure | 'audio_input_tokens' | 'audio_output_tokens';

/** The measures that were asked for; a mean or quantile over nothing is null. Integer nano-dollars beside US dollars. */
export type UsageMeasures = Record<
  Exclude<UsageMeasure, Means | OnRequest> | 'cost_nano_usd' | 'saved_nano_usd',
  number
> &
  Record<Means, number | null> &
  Partial<Record<OnRequest, number | null>>;

export type UsageGroup = UsageMeasures &
  Partial<Record<UsageGrouping, string | null>> & {
    /** Start of the bucket, epoch milliseconds. */
    time?: number;
  };

export interface UsageAnswer {
  readonly groups: readonly UsageGroup[];
  /** Over all groups, those left out by the limit too. */
  readonly totals: UsageMeasures;
  /** How many groups there are without the limit; undefined where none was set. */
  readonly groupCount: number | undefined;
}

type LedgerStore = Pick<Store, 'db' | 'dialect'>;

/**
 * Sums the ledger over a time range. Groups come by time, then by `orderBy`, then by requests, the largest first.
 * @throws GatewayError 400 when there are too many groups.
 */
export async function queryUsage(store: LedgerStore, query: UsageQuery): Promise<UsageAnswer> {
  const { groupBy, bucket, limit } = query;
  const whole: Grouping = { ...query, groupBy: [], bucket: undefined };
  if (groupBy.length === 0 && bucket === undefined) {
    return { groups: [], totals: totalsOf(await summarize(store, whole, query), query), groupCount: undefined };
  }
  const top =
    groupBy.length === 0 || limit === undefined ? undefined : await selectTopGroups(store, { ...query, limit });
  const [groups, totals] = await Promise.all([
    top?.keys.length === 0 ? [] : summarize(store, { ...query, only: top?.keys }, query),
    top === undefined ? undefined : summarize(store, whole, query),
  ]);
  return {
    groups: sorted(groups, query).map((group) => toGroup(group, query)),
    totals: totalsOf(totals ?? (await addUpAll(store, whole, query, groups)), query),
    groupCount: top?.count,
  };
}

interface Summary extends SummedGroup {
  readonly quantiles: QuantileValues;
}

async function summarize(store: LedgerStore, grouping: Grouping, query: UsageQuery): Promise<readonly Summary[]> {
  const [groups, quantiles] = await Promise.all([
    selectSums(store, grouping, sumsOf(query)),
    selectQuantiles(store, grouping, [...query.measures, query.orderBy].filter(isQuantile)),
  ]);
  return groups.map((group) => ({ ...group, quantiles: quantiles.get(groupKey(group)) ?? {} }));
}

/** Quantiles do not add up: they are asked for again. */
async function addUpAll(
  store: LedgerStore,
  whole: Grouping,
  query: UsageQuery,
  groups: readonly Summary[]
): Promise<readonly Summary[]> {
  const quantiles = await selectQuantiles(store, whole, query.measures.filter(isQuantile));
  const total = { bucket: undefined, values: [], sums: addUp(groups, sumsOf(query)) };
  return [{ ...total, quantiles: quantiles.get(groupKey(total)) ?? {} }];
}

const isSummed = (name: UsageMeasure): name is SummedMeasure => !isQuantile(name);

const sumsOf = ({ measures, orderBy }: UsageQuery): readonly SumName[] =>
  sumsFor([...measures, orderBy].filter(isSummed));

function sorted(groups: readonly Summary[], { orderBy }: UsageQuery): readonly Summary[] {
  const rank = (group: Summary): number => measure(group, orderBy) ?? -1;
  return groups.toSorted(
    (a, b) =>
      (a.bucket ?? 0) - (b.bucket ?? 0) ||
      rank(b) - rank(a) ||
      b.sums.requests - a.sums.requests ||
      (a.values.join() < b.values.join() ? -1 : 1)
  );
}

function measure({ sums, quantiles }: Summary, name: UsageMeasure): number | null {
  return isQuantile(name) ? (quantiles[name] ?? null) : FORMULAS[name].of(sums);
}

function toMeasures(summary: Summary, { measures }: UsageQuery): UsageMeasures {
  const entries = measures.flatMap((name): Array<[string, number | null]> => {
    const entry: [string, number | null] = [name, measure(summary, name)];
    switch (name) {
      case 'cost_usd':
        return [entry, ['cost_nano_usd', summary.sums.cost_nano_usd]];
      case 'saved_usd':
        return [entry, ['saved_nano_usd', summary.sums.saved_nano_usd]];
      default:
        return [entry];
    }
  });
  return Object.fromEntries(entries) as UsageMeasures;
}

function totalsOf([total]: readonly Summary[], query: UsageQuery): UsageMeasures {
  const nothing = { bucket: undefined, values: [], sums: addUp([], sumsOf(query)), quantiles: {} };
  return toMeasures(total ?? nothing, query);
}

function toGroup(summary: Summary, query: UsageQuery): UsageGroup {
  const { bucket, values } = summary;
  return {
    ...(bucket === undefined ? {} : { time: bucket }),
    ...Object.fromEntries(query.groupBy.map((name, index) => [name, values[index] || null])),
    ...toMeasures(summary, query),
  };
}
