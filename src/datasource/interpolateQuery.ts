import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { interpolateFilters } from './interpolateFilters';
import type { GatewayQuery } from './types';

/** A query with variables' values in place of their names. */
export function interpolateQuery(query: GatewayQuery, scopedVars: ScopedVars, templates: TemplateSrv): GatewayQuery {
  switch (query.queryType) {
    case 'providers':
    case 'budgets':
    case 'events':
      return query;
    case 'requests':
      return {
        ...query,
        filters: interpolateFilters(query.filters ?? [], scopedVars, templates),
        ...(query.search ? { search: templates.replace(query.search, scopedVars) } : {}),
      };
    default:
      // Usage, which is also what a query without a type is.
      return { ...query, filters: interpolateFilters(query.filters ?? [], scopedVars, templates) };
  }
}
