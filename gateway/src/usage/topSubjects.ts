import type { UsageGrouping } from '@llm-gateway/catalogue';

import type { Subject } from '../governance/subject.js';
import type { Store } from '../store/store.js';
import { queryUsage } from './queryUsage.js';

/**
 * Who, of all of a kind, used the most since a time (epoch milliseconds), the most first.
 * @param each a subject on each of its kind, `*`; of a tag `name=*`
 */
export async function topSubjects(
  store: Pick<Store, 'db' | 'dialect'>,
  each: Subject,
  unit: 'usd' | 'tokens',
  since: number,
  most: number
): Promise<readonly Subject[]> {
  const { kind } = each;
  const tag = kind === 'tag' ? each.value.slice(0, -'=*'.length) : undefined;
  const dimension: UsageGrouping = kind === 'tag' ? `tag:${tag}` : kind;
  const measure = unit === 'usd' ? 'cost_usd' : 'total_tokens';
  const { groups } = await queryUsage(store, {
    from: since,
    to: Date.now() + 1,
    groupBy: [dimension],
    bucket: undefined,
    filters: {},
    measures: [measure],
    orderBy: measure,
    limit: most,
  });
  return groups.flatMap((group): Subject[] => {
    const value = group[dimension];
    return typeof value === 'string' && value !== ''
      ? [{ kind, value: tag === undefined ? value : `${tag}=${value}` }]
      : [];
  });
}
