import type { DataQuery } from '@grafana/schema';
import { DATASOURCE_ID, USAGE_MEASURES } from '@llm-gateway/catalogue';
import type { GatewayQuery, UsageQuery } from '../../../datasource/types';
import type { PanelQuestion } from './panelQuestion';
import { expressionOf } from './promql';

/** One of the figures of a panel, as an alert rule may watch it. */
export interface AlertQuestion {
  /** Which of the panel's figures. */
  readonly label: string;
  readonly query: DataQuery;
}

/** A rule watches one figure of each series: a panel of several offers each. Requests, events and the like make no alerts. */
export function alertQuestions({ queries }: PanelQuestion): AlertQuestion[] {
  return queries.flatMap((query) => {
    if (expressionOf(query) !== undefined) {
      const { legendFormat } = query as DataQuery & { legendFormat?: string };
      return [
        {
          label: legendFormat || query.refId,
          query: { ...query, instant: true, range: false, exemplar: false } as DataQuery,
        },
      ];
    }
    return query.datasource?.type === DATASOURCE_ID ? gatewayQuestions(query as GatewayQuery) : [];
  });
}

function gatewayQuestions(query: GatewayQuery): AlertQuestion[] {
  switch (query.queryType) {
    case 'usage':
      return query.measures.map((measure) => ({
        label: labelOf(measure),
        query: { ...query, measures: [measure] } as UsageQuery,
      }));
    case 'budgets':
      return [{ label: query.refId, query }];
    default:
      return [];
  }
}

function labelOf(measure: UsageQuery['measures'][number]): string {
  return USAGE_MEASURES.find(({ name }) => name === measure)?.label ?? measure;
}
