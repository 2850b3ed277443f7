import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { fallbacks } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';
import { SERVED } from '../variables/names';

export function fallbacksOut(): VizPanel {
  return fallbackPanel(
    'from_model',
    t('providers.panels.fallbacks-out.title', 'Fallbacks out'),
    t(
      'providers.panels.fallbacks-out.description',
      'Requests for models that this provider serves that went on to another model. A model of several providers falls back for all of them.'
    )
  );
}

export function fallbacksIn(): VizPanel {
  return fallbackPanel(
    'to_model',
    t('providers.panels.fallbacks-in.title', 'Fallbacks in'),
    t(
      'providers.panels.fallbacks-in.description',
      'Requests for other models that went on to one that this provider serves.'
    )
  );
}

function fallbackPanel(side: 'from_model' | 'to_model', title: string, description: string): VizPanel {
  return series({
    title,
    description,
    unit: 'short',
    noValue: t('providers.panels.fallbacks.no-value', 'No fallbacks in this time range'),
    draw: 'bars',
    stacked: true,
    softMax: 1,
    calcs: [ReducerID.max],
    data: metricSeries({
      expr: fallbacks({ matchers: { [side]: `$${SERVED}` } }),
      legend: '{{from_model}} → {{to_model}}',
    }),
  });
}
