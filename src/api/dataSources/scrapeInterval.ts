import { rangeUtil } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

/** Prometheus' own, where the data source does not say how often it scrapes. */
const USUAL_MS = 15_000;

/** How often a Prometheus scrapes, as its data source says. */
export function scrapeIntervalMs(uid: string): number {
  const { timeInterval } = (getDataSourceSrv().getInstanceSettings({ uid })?.jsonData ?? {}) as {
    timeInterval?: string;
  };
  return timeInterval ? rangeUtil.intervalToMs(timeInterval) : USUAL_MS;
}
