import type { DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { DEFAULT_QUERY } from './defaultQuery';
import { interpolateFilters } from './interpolateFilters';
import type { GatewayOptions, UsageQuery } from './types';

/** One gateway. All its questions go through the backend (pkg/), which alone knows the admin token. */
export class GatewayDataSource extends DataSourceWithBackend<UsageQuery, GatewayOptions> {
  constructor(
    settings: DataSourceInstanceSettings<GatewayOptions>,
    private readonly templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
  }

  getDefaultQuery(): Partial<UsageQuery> {
    return DEFAULT_QUERY;
  }

  /** A query that asks for nothing is one still being written. */
  filterQuery(query: UsageQuery): boolean {
    return query.measures?.length > 0;
  }

  applyTemplateVariables(query: UsageQuery, scopedVars: ScopedVars): UsageQuery {
    return { ...query, filters: interpolateFilters(query.filters ?? [], scopedVars, this.templates) };
  }
}
