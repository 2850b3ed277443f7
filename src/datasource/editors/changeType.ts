import { DEFAULT_QUERIES, type EditedType } from '../defaultQuery';
import type { GatewayQuery, UsageFilter } from '../types';

/** A new query of another type in the place of the old one, with its filters where both have some. */
export function changeType(query: GatewayQuery, type: EditedType): GatewayQuery {
  const { refId, datasource, hide, key } = query;
  const fresh = DEFAULT_QUERIES[type];
  const filters: UsageFilter[] = 'filters' in query && query.filters ? query.filters : [];
  return {
    refId,
    ...(datasource === undefined ? {} : { datasource }),
    ...(hide === undefined ? {} : { hide }),
    ...(key === undefined ? {} : { key }),
    ...fresh,
    ...('filters' in fresh ? { filters } : {}),
  } as GatewayQuery;
}
