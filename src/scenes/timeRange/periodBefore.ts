import { dateTime, type TimeRange } from '@grafana/data';

/** Ranges that begin with a day, a week, a month or a year of the calendar, and go on until now or until it ends. */
const CALENDAR = /^now\/([dwMy])$/;

/**
 * What comes before a range of the calendar: before this month so far, the month before up to the same day. As many hours
 * as today has had so far, counted back from midnight, are compared with nothing that anyone wants to know.
 */
export function calendarPeriodBefore({ from, to, raw }: TimeRange): TimeRange | undefined {
  const unit = typeof raw.from === 'string' ? CALENDAR.exec(raw.from)?.[1] : undefined;
  if (!unit || (raw.to !== 'now' && raw.to !== raw.from)) {
    return undefined;
  }
  const before = (moment: TimeRange['from']) => dateTime(moment).subtract(1, unit as 'd' | 'w' | 'M' | 'y');
  const range = { from: before(from), to: before(to) };
  return { ...range, raw: range };
}
