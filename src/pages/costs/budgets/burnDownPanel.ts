import { FieldColorModeId } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { LegendDisplayMode, LineInterpolation, TooltipDisplayMode, VisibilityMode } from '@grafana/schema';
import { failedNoValue } from '../../../scenes/panels/failedNoValue';
import { EVEN, LEFT } from './burnDownFrame';

/** What is left of the chosen budget, beside what would be if it were spent evenly. Its data is the section's. */
export function burnDownPanel(): VizPanel {
  return PanelBuilders.timeseries()
    .setTitle(t('costs.burn-down.title', 'Burn-down'))
    .setDescription(
      t(
        'costs.burn-down.description',
        'What is left of the budget chosen in the table, over the time that it counts, beside what would be left if it were spent evenly. Of a rolling window: what of its limit is left of what was spent since it began.'
      )
    )
    .setNoValue(t('costs.burn-down.nothing', 'No budget has been used yet'))
    .setBehaviors([failedNoValue])
    .setCustomFieldConfig('showPoints', VisibilityMode.Never)
    .setCustomFieldConfig('axisSoftMin', 0)
    .setOption('legend', { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] })
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      overrides
        .matchFieldsWithName(LEFT)
        .overrideColor({ mode: FieldColorModeId.Fixed, fixedColor: 'blue' })
        .overrideCustomFieldConfig('lineWidth', 2)
        .overrideCustomFieldConfig('fillOpacity', 10)
        // It was spent some time in each step; a slope would say when.
        .overrideCustomFieldConfig('lineInterpolation', LineInterpolation.StepAfter);
      overrides
        .matchFieldsWithName(EVEN)
        .overrideColor({ mode: FieldColorModeId.Fixed, fixedColor: 'text' })
        .overrideCustomFieldConfig('lineStyle', { fill: 'dash', dash: [6, 6] });
    })
    .build();
}
