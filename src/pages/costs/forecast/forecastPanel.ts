import { FieldColorModeId } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { LegendDisplayMode, TooltipDisplayMode, VisibilityMode } from '@grafana/schema';
import { failedNoValue } from '../../../scenes/panels/failedNoValue';
import { DAYS_FOR_WEEKDAYS, FEWEST_DAYS } from './forecast';
import { EXPECTED, HIGH, LINES, LOW, SPENT } from './forecastFrames';
import { frameOf } from './forecastData';
import { HISTORY_DAYS } from './monthDays';
import { AS_IT_IS } from '../../../asItIs';

/** What the month has cost and will have cost, day by day. */
export function forecastPanel(): VizPanel {
  return PanelBuilders.timeseries()
    .setTitle(t('costs.forecast.title', 'This month and its forecast'))
    .setDescription(
      t(
        'costs.forecast.description',
        'Cost since the month began. Each day to come is expected to cost the mean of its weekday over the last {{history}} complete days; with less than {{weekdays}} days, the mean of all; with less than {{fewest}}, nothing is forecast. The band holds four of five outcomes: Student’s t times what days were off those means, and what is not known of the means themselves.',
        { history: HISTORY_DAYS, weekdays: DAYS_FOR_WEEKDAYS, fewest: FEWEST_DAYS, ...AS_IT_IS }
      )
    )
    .setUnit('currencyUSD')
    .setMin(0)
    .setNoValue(t('costs.forecast.nothing', 'The month has no figures yet'))
    .setData(frameOf(LINES))
    .setBehaviors([failedNoValue])
    .setCustomFieldConfig('showPoints', VisibilityMode.Never)
    .setOption('legend', {
      showLegend: true,
      displayMode: LegendDisplayMode.List,
      placement: 'bottom',
      calcs: ['lastNotNull'],
    })
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      overrides.matchFieldsWithName(SPENT).overrideColor(fixed('blue')).overrideCustomFieldConfig('fillOpacity', 10);
      overrides
        .matchFieldsWithName(EXPECTED)
        .overrideColor(fixed('orange'))
        .overrideCustomFieldConfig('lineStyle', { fill: 'dash', dash: [6, 6] });
      overrides.matchFieldsWithName(LOW).overrideColor(fixed('orange')).overrideCustomFieldConfig('lineWidth', 0);
      overrides
        .matchFieldsWithName(HIGH)
        .overrideColor(fixed('orange'))
        .overrideCustomFieldConfig('lineWidth', 0)
        .overrideCustomFieldConfig('fillBelowTo', LOW)
        .overrideCustomFieldConfig('fillOpacity', 18);
    })
    .build();
}

const fixed = (fixedColor: string) => ({ mode: FieldColorModeId.Fixed, fixedColor });
