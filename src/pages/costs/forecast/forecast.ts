import { upperTenth } from './quantile';

/** Complete days without which nothing is forecast: a line through two points says nothing of how far days differ. */
export const FEWEST_DAYS = 3;
/** From here on each weekday was seen twice, and is expected to be like itself. */
export const DAYS_FOR_WEEKDAYS = 14;

/** A day that has ended. */
export interface PastDay {
  /** 0 to 6. */
  readonly weekday: number;
  readonly usd: number;
}

/** A day of the month that has not. */
export interface ComingDay {
  readonly weekday: number;
  /** What of it is still to come: 1 but for today. */
  readonly share: number;
}

export interface ForecastPoint {
  /** Cost of the month up to the end of that day, in US dollars. */
  readonly expected: number;
  /** Four times of five it is between these. */
  readonly low: number;
  readonly high: number;
}

export interface Forecast {
  /** `mean`: each day to come is like the mean of the past ones; `weekday`: like that of its weekday. */
  readonly method: 'mean' | 'weekday';
  /** After each of the coming days; the last is the month's end. */
  readonly points: readonly ForecastPoint[];
}

/**
 * What the month will have cost. Days are expected to be like those of the past; the band is t·σ of what their costs
 * were off that, and of how little is known of their mean.
 * @param spent US dollars, this month until now.
 * @returns undefined where there are too few days to tell.
 */
export function forecast(past: readonly PastDay[], coming: readonly ComingDay[], spent: number): Forecast | undefined {
  if (past.length < FEWEST_DAYS) {
    return undefined;
  }
  const method = past.length < DAYS_FOR_WEEKDAYS ? 'mean' : 'weekday';
  const kindOf = ({ weekday }: { readonly weekday: number }) => (method === 'mean' ? 0 : weekday);
  const kinds = meansBy(past, kindOf);
  const freedom = past.length - kinds.size;
  const off = past.reduce((sum, day) => sum + (day.usd - kinds.get(kindOf(day))!.mean) ** 2, 0);
  const variance = off / freedom;
  const width = upperTenth(freedom);

  const shares = new Map<number, number>();
  let [expected, ahead] = [spent, 0];
  const points = coming.map((day) => {
    const kind = kindOf(day);
    expected += day.share * kinds.get(kind)!.mean;
    ahead += day.share;
    shares.set(kind, (shares.get(kind) ?? 0) + day.share);
    // The days' own chance, and that of each mean, which all days of a kind share.
    const ofMeans = [...shares].reduce((sum, [each, share]) => sum + share ** 2 / kinds.get(each)!.count, 0);
    const half = width * Math.sqrt(variance * (ahead + ofMeans));
    return { expected, low: Math.max(spent, expected - half), high: expected + half };
  });
  return { method, points };
}

interface Kind {
  readonly mean: number;
  readonly count: number;
}

function meansBy(past: readonly PastDay[], kindOf: (day: PastDay) => number): Map<number, Kind> {
  const kinds = new Map<number, Kind>();
  for (const day of past) {
    const { mean, count } = kinds.get(kindOf(day)) ?? { mean: 0, count: 0 };
    kinds.set(kindOf(day), { mean: (mean * count + day.usd) / (count + 1), count: count + 1 });
  }
  return kinds;
}
