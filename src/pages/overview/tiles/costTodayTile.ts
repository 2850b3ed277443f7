import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { tile } from '../../../scenes/panels/tile';
import { usage } from '../../../scenes/queries/usage';
import { today } from '../../../scenes/timeRange/OwnTimeRange';

export function costTodayTile(): VizPanel {
  return tile({
    title: t('overview.tiles.cost-today.title', 'Cost today'),
    caption: t('overview.tiles.cost-today.caption', 'since midnight'),
    description: t(
      'overview.tiles.cost-today.description',
      'Cost of the requests that ended since midnight, from the ledger, whatever time range the page shows.'
    ),
    unit: 'currencyUSD',
    noValue: '–',
    sparkline: false,
    data: usage({ format: 'table', measures: ['cost_usd'], compared: true }),
    timeRange: today(),
  });
}
