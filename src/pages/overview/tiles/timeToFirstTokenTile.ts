import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { timeToFirstToken } from '@llm-gateway/catalogue';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';

export function timeToFirstTokenTile(): VizPanel {
  const title = t('overview.tiles.time-to-first-token.title', 'TTFT p95');
  return tile({
    title,
    caption: t('overview.tiles.time-to-first-token.caption', 'of streams'),
    description: t(
      'overview.tiles.time-to-first-token.description',
      'Time to first token: 95 of 100 streamed answers began no later than this.'
    ),
    unit: 's',
    noValue: '–',
    data: metricSeries({ expr: timeToFirstToken(0.95), legend: title }),
  });
}
