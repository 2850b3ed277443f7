import { DataqueryBuilder, PromQueryFormat, QueryEditorMode } from '@grafana/grafana-foundation-sdk/prometheus';

import { DATASOURCE } from './scope.js';

export interface Query {
  /** PromQL, from the catalogue's expressions. */
  readonly expr: string;
  /** Name of the series: a text, or `{{label}}`. */
  readonly legend: string;
  /** Whether single requests, with their ids, are shown as points. */
  readonly exemplars?: boolean;
}

/** Grafana's letter for the nth query of a panel. */
export function refId(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function target({ expr, legend }: Query, index: number): DataqueryBuilder {
  return new DataqueryBuilder()
    .refId(refId(index))
    .datasource(DATASOURCE)
    .editorMode(QueryEditorMode.Code)
    .expr(expr)
    .legendFormat(legend);
}

/** Values over the time range. */
export function overTime(queries: readonly Query[]): DataqueryBuilder[] {
  return queries.map((query, index) =>
    target(query, index)
      .range()
      .exemplar(query.exemplars ?? false)
  );
}

/** The values at the end of the time range. */
export function atEnd(queries: readonly Query[]): DataqueryBuilder[] {
  return queries.map((query, index) => target(query, index).instant());
}

/** The same, as a table with a column a label. */
export function asTable(queries: readonly Query[]): DataqueryBuilder[] {
  return queries.map((query, index) => target(query, index).instant().format(PromQueryFormat.Table));
}

/** Buckets of a histogram over the time range. */
export function asHeatmap(queries: readonly Query[]): DataqueryBuilder[] {
  return queries.map((query, index) => target(query, index).range().format(PromQueryFormat.Heatmap));
}
