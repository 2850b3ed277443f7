import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { cacheHitRatio } from '@llm-gateway/catalogue';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';

export function cacheHitsTile(): VizPanel {
  const title = t('overview.tiles.cache-hits.title', 'Cache hits');
  return tile({
    title,
    caption: t('overview.tiles.cache-hits.caption', 'of those asked for'),
    description: t(
      'overview.tiles.cache-hits.description',
      'Share of requests answered from the cache among those that it was asked for. Nothing where no model has a cache.'
    ),
    unit: 'percentunit',
    noValue: '–',
    data: metricSeries({ expr: cacheHitRatio(), legend: title }),
  });
}
