import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { requestDuration } from '@llm-gateway/catalogue';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';

export function latencyTile(): VizPanel {
  const title = t('overview.tiles.latency.title', 'Latency p95');
  return tile({
    title,
    caption: t('overview.tiles.latency.caption', 'of successes'),
    description: t(
      'overview.tiles.latency.description',
      '95 of 100 successful requests took no longer than this, from being read to the last byte of the answer.'
    ),
    unit: 's',
    noValue: '–',
    data: metricSeries({ expr: requestDuration(0.95), legend: title }),
  });
}
