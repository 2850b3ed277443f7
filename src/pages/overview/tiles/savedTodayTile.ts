import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { tile } from '../../../scenes/panels/tile';
import { usage } from '../../../scenes/queries/usage';
import { today } from '../../../scenes/timeRange/OwnTimeRange';

export function savedTodayTile(): VizPanel {
  return tile({
    title: t('overview.tiles.saved-today.title', 'Saved today'),
    caption: t('overview.tiles.saved-today.caption', 'by the cache'),
    description: t(
      'overview.tiles.saved-today.description',
      'What the answers from the cache would have cost since midnight, from the ledger, whatever time range the page shows.'
    ),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: usage({ format: 'table', measures: ['saved_usd'], compared: true }),
    timeRange: today(),
  });
}
