import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { grid } from '../../../scenes/layout/grid';
import { tile } from '../../../scenes/panels/tile';
import { thisMonth, today } from '../../../scenes/timeRange/OwnTimeRange';
import { FIGURE } from '../forecast/forecastFrames';
import { frameOf } from '../forecast/forecastData';
import { scopedUsage } from '../scope/followScope';

/** The month at a glance. */
export function costTiles() {
  return grid({ columns: [6, 3], wideFrom: 1200, rowHeight: 130 }, [
    todayTile(),
    monthTile(),
    forecastTile(),
    rangeTile(),
    savedTile(),
    unpricedTile(),
  ]);
}

function todayTile(): VizPanel {
  return tile({
    title: t('costs.tiles.today.title', 'Today'),
    caption: t('costs.tiles.today.caption', 'since midnight'),
    description: t(
      'costs.tiles.today.description',
      'Cost of the requests made since midnight, in the page’s time zone.'
    ),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: scopedUsage(() => ({ format: 'table', measures: ['cost_usd'], compared: true })),
    timeRange: today(),
  });
}

function monthTile(): VizPanel {
  return tile({
    title: t('costs.tiles.month.title', 'This month'),
    caption: t('costs.tiles.month.caption', 'since the 1st'),
    description: t(
      'costs.tiles.month.description',
      'Cost of the requests made since the calendar month began, in the page’s time zone.'
    ),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: scopedUsage(() => ({ format: 'table', measures: ['cost_usd'], compared: true })),
    timeRange: thisMonth(),
  });
}

function forecastTile(): VizPanel {
  return tile({
    title: t('costs.tiles.forecast.title', 'Month’s end'),
    // The field's name tells the band.
    caption: '${__field.name}',
    description: t(
      'costs.tiles.forecast.description',
      'What the calendar month is expected to have cost at its end, and between which amounts four of five outcomes are. How it is made is told at the graph of the month.'
    ),
    unit: 'currencyUSD',
    noValue: t('costs.tiles.forecast.too-few', 'Too few days yet'),
    sparkline: false,
    data: frameOf(FIGURE),
  });
}

function rangeTile(): VizPanel {
  return tile({
    title: t('costs.tiles.range.title', 'Cost'),
    caption: t('costs.tiles.range.caption', 'in the page’s time range'),
    description: t('costs.tiles.range.description', 'Cost of the requests made in the page’s time range.'),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: scopedUsage(() => ({ format: 'table', measures: ['cost_usd'], compared: true })),
  });
}

function savedTile(): VizPanel {
  return tile({
    title: t('costs.tiles.saved.title', 'Saved by the cache'),
    caption: t('costs.tiles.saved.caption', 'in the page’s time range'),
    description: t(
      'costs.tiles.saved.description',
      'What answers out of the gateway’s own cache would have cost at their providers.'
    ),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: scopedUsage(() => ({ format: 'table', measures: ['saved_usd'], compared: true })),
  });
}

function unpricedTile(): VizPanel {
  return tile({
    title: t('costs.tiles.unpriced.title', 'Unpriced requests'),
    caption: t('costs.tiles.unpriced.caption', 'in the page’s time range'),
    description: t(
      'costs.tiles.unpriced.description',
      'Requests whose price is not known: their cost is unknown, not zero, and is in none of the figures.'
    ),
    unit: 'locale',
    noValue: '–',
    sparkline: false,
    thresholds: [
      { value: -Infinity, color: 'green' },
      { value: 1, color: 'orange' },
    ],
    data: scopedUsage(() => ({ format: 'table', measures: ['unpriced_requests'], compared: true })),
  });
}
