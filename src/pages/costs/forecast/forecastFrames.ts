import { FieldType, type DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import { formatUsd } from '../money/formatUsd';
import type { Forecast } from './forecast';
import { HISTORY_DAYS } from './monthDays';
import type { MonthForecast } from './monthForecast';
import { AS_IT_IS } from '../../../asItIs';

/** Of the frame that is drawn, and of the one that is told in a figure. */
export const LINES = 'lines';
export const FIGURE = 'figure';

/** Names of the fields that are drawn. */
export const SPENT = 'spent';
export const EXPECTED = 'expected';
export const LOW = 'low';
export const HIGH = 'high';

export function forecastFrames(month: MonthForecast): DataFrame[] {
  return [lines(month), figure(month)];
}

function lines({ spent, ends, forecast }: MonthForecast): DataFrame {
  const now = spent.at(-1)!;
  const points = forecast?.points ?? [];
  // The lines to come begin where the one of what was spent ends.
  const before = spent.slice(0, -1).map(() => null);
  const column = (of: (point: Forecast['points'][number]) => number) => [...before, now.usd, ...points.map(of)];
  const times = [...spent.map(({ time }) => time), ...points.map((_, index) => ends[index]!)];
  const spentValues = [...spent.map(({ usd }) => usd), ...points.map(() => null)];
  return {
    refId: LINES,
    length: times.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: times },
      number(SPENT, t('costs.forecast.spent', 'Spent'), spentValues),
      ...(forecast
        ? [
            number(
              EXPECTED,
              methodText(forecast.method),
              column(({ expected }) => expected)
            ),
            number(
              LOW,
              t('costs.forecast.low', 'Low end of the 80 % band'),
              column(({ low }) => low)
            ),
            number(
              HIGH,
              t('costs.forecast.high', 'High end of the 80 % band'),
              column(({ high }) => high)
            ),
          ]
        : []),
    ],
  };
}

function figure({ spent, forecast }: MonthForecast): DataFrame {
  const last = forecast?.points.at(-1);
  const sure = { expected: spent.at(-1)!.usd, low: spent.at(-1)!.usd, high: spent.at(-1)!.usd };
  const { expected, low, high } = last ?? sure;
  const name = t('costs.forecast.band', '80 %: {{low}} to {{high}}', {
    low: formatUsd(low),
    high: formatUsd(high),
    ...AS_IT_IS,
  });
  return { refId: FIGURE, length: forecast ? 1 : 0, fields: forecast ? [number(name, name, [expected])] : [] };
}

export function methodText(method: Forecast['method']): string {
  return method === 'weekday'
    ? t('costs.forecast.by-weekday', 'Expected, by the mean of each weekday of the last {{count}} days', {
        count: HISTORY_DAYS,
        ...AS_IT_IS,
      })
    : t('costs.forecast.by-mean', 'Expected, by the mean of the days so far');
}

function number(name: string, displayName: string, values: Array<number | null>) {
  return { name, type: FieldType.number, config: { displayNameFromDS: displayName, unit: 'currencyUSD' }, values };
}
