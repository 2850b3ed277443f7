import { SceneQueryRunner } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../../constants';
import { PROMETHEUS_VARIABLE } from '../variables/names';

export interface MetricQuery {
  /** PromQL, from the catalogue. */
  readonly expr: string;
  /** Name of the series: a text, or `{{label}}`. */
  readonly legend: string;
}

const FROM = { uid: `\${${PROMETHEUS_VARIABLE}}`, type: PROMETHEUS_ID };

/** Series over the page's time range, from the Prometheus chosen on the page. */
export function metricSeries(...queries: MetricQuery[]): SceneQueryRunner {
  return new SceneQueryRunner({
    datasource: FROM,
    queries: queries.map(({ expr, legend }, index) => ({
      refId: refId(index),
      expr,
      legendFormat: legend,
      range: true,
      instant: false,
    })),
  });
}

/** The values at the end of the page's time range, one query for each name. */
export function metricValues(expressions: Readonly<Record<string, string>>): SceneQueryRunner {
  return new SceneQueryRunner({
    datasource: FROM,
    queries: Object.entries(expressions).map(([name, expr]) => ({ refId: name, expr, range: false, instant: true })),
  });
}

function refId(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
