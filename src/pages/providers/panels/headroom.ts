import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { providerHeadroom } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';
import type { Scope } from '../scope';

export function headroom({ standing }: Scope): VizPanel {
  return series({
    title: t('providers.panels.headroom.title', 'Rate-limit headroom'),
    description: t(
      'providers.panels.headroom.description',
      'What is left of the provider’s own rate limits, as it last reported them.'
    ),
    unit: 'percentunit',
    noValue: t('providers.panels.headroom.no-value', 'The provider reports no rate limits'),
    calcs: [ReducerID.lastNotNull, ReducerID.min],
    softMax: 1,
    data: metricSeries({ expr: providerHeadroom(standing), legend: '{{deployment}} {{kind}}' }),
  });
}
