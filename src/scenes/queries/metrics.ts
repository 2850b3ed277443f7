import { SceneQueryRunner, type SceneDataQuery } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../../constants';
import { PROMETHEUS_VARIABLE } from '../variables/names';
import { NOT_COMPARED } from './comparison';

export interface MetricQuery {
  /** PromQL, from the catalogue. */
  readonly expr: string;
  /** Name of the series: a text, or `{{label}}`. */
  readonly legend: string;
  /** Whether single requests are marked that were counted in it: of histograms only. */
  readonly exemplar?: boolean;
}

/** Series over the page's time range, from the Prometheus chosen on the page. */
export function metricSeries(...queries: MetricQuery[]): SceneQueryRunner {
  return fromPrometheus(
    queries.map(({ expr, legend, exemplar = false }, index) => ({
      refId: refId(index),
      expr,
      legendFormat: legend,
      range: true,
      instant: false,
      exemplar,
    }))
  );
}

/** The buckets of a histogram over the page's time range, with single requests marked; `expr` is by `le`. */
export function metricBuckets(expr: string): SceneQueryRunner {
  const query = { refId: refId(0), expr, legendFormat: '{{le}}', format: 'heatmap', range: true, exemplar: true };
  return fromPrometheus([{ ...query, ...NOT_COMPARED }]);
}

/** One value for each series, at the end of the page's time range. */
export function metricNow(...queries: MetricQuery[]): SceneQueryRunner {
  return fromPrometheus(
    queries.map(({ expr, legend }, index) => ({ ...instant(refId(index), expr), legendFormat: legend }))
  );
}

/** The values at the end of the page's time range, one query for each name. */
export function metricValues(expressions: Readonly<Record<string, string>>): SceneQueryRunner {
  return fromPrometheus(Object.entries(expressions).map(([name, expr]) => instant(name, expr)));
}

/** The same as tables, a row for each series, with its labels as columns. */
export function metricRows(expressions: Readonly<Record<string, string>>): SceneQueryRunner {
  return fromPrometheus(
    Object.entries(expressions).map(([name, expr]) => ({ ...instant(name, expr), format: 'table' }))
  );
}

function instant(name: string, expr: string): SceneDataQuery {
  return { refId: name, expr, range: false, instant: true, ...NOT_COMPARED };
}

function fromPrometheus(queries: SceneDataQuery[]): SceneQueryRunner {
  return new SceneQueryRunner({ datasource: { uid: `\${${PROMETHEUS_VARIABLE}}`, type: PROMETHEUS_ID }, queries });
}

function refId(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
