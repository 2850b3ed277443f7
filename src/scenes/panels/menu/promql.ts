import { rangeUtil } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { scrapeIntervalMs } from '../../../api/dataSources/scrapeInterval';
import { PROMETHEUS_ID } from '../../../constants';
import type { PanelQuestion } from './panelQuestion';

/** The expressions of a panel as Prometheus itself takes them, one a paragraph; nothing where it asks no Prometheus. */
export function promql(question: PanelQuestion): string | undefined {
  const expressions = question.queries.flatMap((query) => expressionOf(query) ?? []);
  return expressions.length === 0 ? undefined : withDurations(expressions.join('\n\n'), question);
}

/** The PromQL of a query of Prometheus, with Grafana's durations still in it. */
export function expressionOf(query: DataQuery): string | undefined {
  const { expr } = query as DataQuery & { expr?: unknown };
  return query.datasource?.type === PROMETHEUS_ID && typeof expr === 'string' ? expr : undefined;
}

/** Grafana's data source fills them in when it asks. */
function withDurations(text: string, { dataSourceUid, range, intervalMs }: PanelQuestion): string {
  const scrape = scrapeIntervalMs(dataSourceUid);
  const interval = Math.max(intervalMs ?? scrape, scrape);
  const { from, to } = rangeUtil.convertRawToRange({ from: timeOf(range.from), to: timeOf(range.to) });
  const values = {
    __rate_interval: Math.max(interval + scrape, 4 * scrape),
    __interval: interval,
    __range: to.valueOf() - from.valueOf(),
  };
  return text.replace(/\$\{?(__rate_interval|__interval|__range)\b\}?/g, (_, name: keyof typeof values) =>
    seconds(values[name])
  );
}

/** `rangeUtil` takes epoch milliseconds as numbers only. */
function timeOf(text: string): string {
  return rangeUtil.isRelativeTime(text) ? text : new Date(Number(text)).toISOString();
}

function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))}s`;
}
