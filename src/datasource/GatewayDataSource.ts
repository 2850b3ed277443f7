import type { CoreApp, DataSourceInstanceSettings, ScopedVars, TimeRange } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { eventAnnotations } from './annotations/eventAnnotations';
import { defaultQueryFor } from './defaultQuery';
import { dimensionValues } from './dimensionValues';
import { interpolateQuery } from './interpolateQuery';
import type { SuggestingDataSource } from './SuggestingDataSource';
import type { GatewayOptions, GatewayQuery } from './types';
import { ValueVariables } from './variables/valueVariables';

/** One gateway. All its questions go through the backend (pkg/), which alone knows the admin token. */
export class GatewayDataSource
  extends DataSourceWithBackend<GatewayQuery, GatewayOptions>
  implements SuggestingDataSource
{
  annotations = eventAnnotations;
  variables: ValueVariables = new ValueVariables(this);

  constructor(
    settings: DataSourceInstanceSettings<GatewayOptions>,
    private readonly templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
  }

  getDefaultQuery(app?: CoreApp): Partial<GatewayQuery> {
    return defaultQueryFor(app);
  }

  /** A query that asks for nothing is one still being written. */
  filterQuery(query: GatewayQuery): boolean {
    switch (query.queryType) {
      case 'requests':
      case 'providers':
      case 'budgets':
      case 'events':
      case 'live':
        return true;
      case 'values':
        return Boolean(query.dimension);
      default:
        return query.measures?.length > 0;
    }
  }

  applyTemplateVariables(query: GatewayQuery, scopedVars: ScopedVars): GatewayQuery {
    return interpolateQuery(query, scopedVars, this.templates);
  }

  dimensionValues(dimension: UsageGrouping, range?: TimeRange): Promise<string[]> {
    return dimensionValues(this, dimension, range);
  }
}
