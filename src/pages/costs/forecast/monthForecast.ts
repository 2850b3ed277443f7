import { forecast, type Forecast } from './forecast';
import { HISTORY_DAYS, type Day, type MonthDays } from './monthDays';

const NANO = 1e9;

export interface SpentPoint {
  readonly time: number;
  /** US dollars since the month began. */
  readonly usd: number;
}

export interface MonthForecast {
  /** Cost of the month at its beginning, after each day of it and now. */
  readonly spent: readonly SpentPoint[];
  /** How many complete days there are to go by. */
  readonly pastDays: number;
  /** Ends of the days that are not over, as the forecast's points are for. */
  readonly ends: readonly number[];
  /** Undefined where there are too few days to tell. */
  readonly forecast: Forecast | undefined;
}

/** Days before the first request are not days without cost: the gateway was not in use. */
export function monthForecast({ now, monthStart, days }: MonthDays): MonthForecast {
  const over = days.filter(({ end }) => end <= now);
  const recent = over.slice(-HISTORY_DAYS);
  const first = recent.findIndex(({ requests }) => requests > 0);
  const past = first < 0 ? [] : recent.slice(first);
  const coming = days.filter(({ end }) => end > now);
  const ofMonth = days.filter(({ start }) => start >= monthStart && start <= now);
  const spent = spentOf(ofMonth, monthStart, now);
  return {
    spent,
    pastDays: past.length,
    ends: coming.map(({ end }) => end),
    forecast: forecast(
      past.map(({ weekday, nanoUsd }) => ({ weekday, usd: nanoUsd / NANO })),
      coming.map((day) => ({ weekday: day.weekday, share: shareLeft(day, now) })),
      spent.at(-1)!.usd
    ),
  };
}

/** Whole nano-dollars are added, so that the last point is what the gateway says of the month. */
function spentOf(days: readonly Day[], monthStart: number, now: number): SpentPoint[] {
  let sum = 0;
  return [
    { time: monthStart, usd: 0 },
    ...days.map(({ end, nanoUsd }) => {
      sum += nanoUsd;
      return { time: Math.min(end, now), usd: sum / NANO };
    }),
  ];
}

function shareLeft({ start, end }: Day, now: number): number {
  return (end - Math.max(start, now)) / (end - start);
}
