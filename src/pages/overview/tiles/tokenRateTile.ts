import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { orZero, tokenRate } from '@llm-gateway/catalogue';
import { tile } from '../../../scenes/panels/tile';
import { metricSeries } from '../../../scenes/queries/metrics';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';

export function tokenRateTile(): VizPanel {
  const title = t('overview.tiles.token-rate.title', 'Tokens');
  return tile({
    title,
    caption: t('overview.tiles.token-rate.caption', 'input and output'),
    description: t(
      'overview.tiles.token-rate.description',
      'Input and output tokens per second, as the providers counted them.'
    ),
    unit: TOKENS_PER_SECOND,
    noValue: '–',
    data: metricSeries({ expr: orZero(tokenRate()), legend: title }),
  });
}
