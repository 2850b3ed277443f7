import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { errorRatio } from '@llm-gateway/catalogue';
import { ERROR_THRESHOLDS } from '../../../scenes/panels/errorThresholds';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';

export function errorRateTile(): VizPanel {
  const title = t('overview.tiles.error-rate.title', 'Error rate');
  return tile({
    title,
    caption: t('overview.tiles.error-rate.caption', 'of all requests'),
    description: t(
      'overview.tiles.error-rate.description',
      'Share of ended requests that failed. A client that left before its answer ended is not counted as a failure.'
    ),
    unit: 'percentunit',
    noValue: '–',
    thresholds: ERROR_THRESHOLDS,
    data: metricSeries({ expr: errorRatio(), legend: title }),
  });
}
