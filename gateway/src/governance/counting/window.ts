export type CalendarUnit = 'daily' | 'weekly' | 'monthly';

/** Epoch milliseconds; start is included, end is not. */
export interface CalendarWindow {
  readonly start: number;
  readonly end: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Last window of each unit and time zone: nearly every request falls into the one of the request before it. */
const lastWindows = new Map<string, CalendarWindow>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether it is a time zone's name, e.g. `Europe/Berlin` or `UTC`. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The day, week (from Monday) or month around a time, on the clocks of a time zone. A day begins with the first instant
 * that has its date or a later one, so windows neither overlap nor leave a gap where clocks are changed at midnight or
 * a date is skipped.
 * @throws RangeError for what is not a time zone.
 */
export function calendarWindow(unit: CalendarUnit, timezone: string, at: number): CalendarWindow {
  const name = `${unit}@${timezone}`;
  const last = lastWindows.get(name);
  if (last !== undefined && at >= last.start && at < last.end) {
    return last;
  }
  const window = find(unit, timezone, at);
  lastWindows.set(name, window);
  return window;
}

function find(unit: CalendarUnit, timezone: string, at: number): CalendarWindow {
  for (let date = firstDate(unit, localTime(timezone, at)); ; date = nextDate(unit, date)) {
    const end = startOfDate(timezone, nextDate(unit, date));
    // Clocks set back over midnight show the day before once more.
    if (at < end) {
      return { start: startOfDate(timezone, date), end };
    }
  }
}

/** Dates are written as the UTC midnight that has them. */
function firstDate(unit: CalendarUnit, local: number): number {
  const date = Math.floor(local / DAY_MS) * DAY_MS;
  const calendar = new Date(date);
  switch (unit) {
    case 'daily':
      return date;
    case 'weekly':
      return date - ((calendar.getUTCDay() + 6) % 7) * DAY_MS;
    case 'monthly':
      return Date.UTC(calendar.getUTCFullYear(), calendar.getUTCMonth(), 1);
  }
}

function nextDate(unit: CalendarUnit, date: number): number {
  const calendar = new Date(date);
  switch (unit) {
    case 'daily':
      return date + DAY_MS;
    case 'weekly':
      return date + 7 * DAY_MS;
    case 'monthly':
      return Date.UTC(calendar.getUTCFullYear(), calendar.getUTCMonth() + 1, 1);
  }
}

/** The first instant at which the clocks show the date or a later one. */
function startOfDate(timezone: string, date: number): number {
  // Clocks are between 12 hours behind and 14 ahead of UTC.
  const before = offsetAt(timezone, date - 15 * HOUR_MS);
  const after = offsetAt(timezone, date + 13 * HOUR_MS);
  let early = date - Math.max(before, after);
  let late = date - Math.min(before, after);
  if (localTime(timezone, early) >= date) {
    return early;
  }
  // Clocks are changed in between; where they are set forward over midnight, the day begins at that moment.
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (localTime(timezone, middle) >= date) {
      late = middle;
    } else {
      early = middle;
    }
  }
  return late;
}

function offsetAt(timezone: string, at: number): number {
  return localTime(timezone, at) - at;
}

/** What the clocks show, written as the UTC time that shows the same. */
function localTime(timezone: string, at: number): number {
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timezone, format);
  }
  const fields: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(at)) {
    fields[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}
