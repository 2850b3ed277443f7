import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import type { Observable } from 'rxjs';
import { ValuesEditor } from '../editors/ValuesEditor';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { GatewayOptions, GatewayQuery, ValuesQuery } from '../types';

/** Variables whose options are the values of a dimension: models, teams, keys … */
export class ValueVariables extends CustomVariableSupport<
  SuggestingDataSource,
  ValuesQuery,
  GatewayQuery,
  GatewayOptions
> {
  editor = ValuesEditor;

  constructor(private readonly datasource: SuggestingDataSource) {
    super();
  }

  query(request: DataQueryRequest<ValuesQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map((target) => ({ ...target, queryType: 'values' as const }));
    return this.datasource.query({ ...request, targets });
  }
}
