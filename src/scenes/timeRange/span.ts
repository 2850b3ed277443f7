import { dateTime, type TimeRange } from '@grafana/data';

/** From one moment to another, both in epoch milliseconds. */
export function span(start: number, end: number): TimeRange {
  const [from, to] = [dateTime(start), dateTime(end)];
  return { from, to, raw: { from, to } };
}
