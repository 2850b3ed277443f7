import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { orZero, requestRate } from '@llm-gateway/catalogue';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';

export function requestRateTile(): VizPanel {
  const title = t('overview.tiles.request-rate.title', 'Request rate');
  return tile({
    title,
    caption: t('overview.tiles.request-rate.caption', 'all requests'),
    description: t('overview.tiles.request-rate.description', 'Ended requests per second, whatever their outcome.'),
    unit: 'reqps',
    noValue: '–',
    data: metricSeries({ expr: orZero(requestRate()), legend: title }),
  });
}
