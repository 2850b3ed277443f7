import { FieldColorModeId, MappingType, type ValueMapping } from '@grafana/data';
import { PanelBuilders, SceneDataTransformer, type VizPanel } from '@grafana/scenes';
import { LegendDisplayMode, TooltipDisplayMode, VisibilityMode } from '@grafana/schema';
import { notCompared } from '../queries/comparison';
import { dropEmpty } from './dropEmpty';
import { failedNoValue } from './failedNoValue';
import { panelMenu } from './menu/panelMenu';
import type { PanelOptions } from './panelOptions';

export interface State {
  readonly value: number;
  readonly text: string;
  /** Of Grafana's palette, e.g. `green`. */
  readonly color: string;
}

export interface StateTimelineOptions extends PanelOptions {
  /** What the values of the series mean. */
  readonly states: readonly State[];
}

/** A line for each series that changes colour with its state. */
export function stateTimeline({ title, description, noValue, data, states }: StateTimelineOptions): VizPanel {
  return (
    PanelBuilders.statetimeline()
      .setTitle(title)
      .setDescription(description)
      .setNoValue(noValue)
      .setData(new SceneDataTransformer({ $data: notCompared(data), transformations: [dropEmpty] }))
      .setMenu(panelMenu())
      .setBehaviors([failedNoValue])
      .setMappings(stateMappings(states))
      .setColor({ mode: FieldColorModeId.Fixed, fixedColor: 'text' })
      .setCustomFieldConfig('fillOpacity', 80)
      .setCustomFieldConfig('lineWidth', 0)
      .setOption('mergeValues', true)
      .setOption('showValue', VisibilityMode.Auto)
      .setOption('rowHeight', 0.8)
      // One page: turning pages takes more room than the lines.
      .setOption('perPage', 0)
      .setOption('legend', { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] })
      .setOption('tooltip', { mode: TooltipDisplayMode.Single })
      .build()
  );
}

/** Words and colours in place of values, in any panel. */
export function stateMappings(states: readonly State[]): ValueMapping[] {
  const options = states.map(({ value, text, color }, index) => [String(value), { text, color, index }]);
  return [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }];
}
