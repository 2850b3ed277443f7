import { FieldColorModeId, ThresholdsMode, type Threshold } from '@grafana/data';
import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeValueMode, VizOrientation } from '@grafana/schema';
import { notCompared } from '../queries/comparison';
import { failedNoValue } from './failedNoValue';
import { panelMenu } from './menu/panelMenu';
import type { PanelOptions } from './panelOptions';

export interface BarGaugeOptions extends PanelOptions {
  /** Grafana's unit id. */
  readonly unit: string;
  /** The end of the bars, e.g. 1 of a share. The largest value without it. */
  readonly max?: number;
  /** Colours of the bars by their value; a neutral one without. */
  readonly thresholds?: Threshold[];
}

/** A bar for each series, as long as its last value is large; `data` is `metricNow(…)`, or series over time. */
export function barGauge(options: BarGaugeOptions): VizPanel {
  const { title, description, noValue, data, unit, max, thresholds } = options;
  const panel = PanelBuilders.bargauge()
    .setTitle(title)
    .setDescription(description)
    .setNoValue(noValue)
    .setData(notCompared(data))
    .setMenu(panelMenu())
    .setBehaviors([failedNoValue])
    .setUnit(unit)
    .setMin(0)
    .setMax(max)
    .setOption('reduceOptions', { calcs: ['lastNotNull'], fields: '', values: false })
    .setOption('orientation', VizOrientation.Horizontal)
    .setOption('displayMode', BarGaugeDisplayMode.Basic)
    .setOption('valueMode', BarGaugeValueMode.Text)
    .setOption('namePlacement', BarGaugeNamePlacement.Left)
    .setOption('minVizHeight', 16);
  if (thresholds) {
    panel.setColor({ mode: FieldColorModeId.Thresholds });
    panel.setThresholds({ mode: ThresholdsMode.Absolute, steps: thresholds });
  } else {
    panel.setColor({ mode: FieldColorModeId.Fixed, fixedColor: 'blue' });
  }
  return panel.build();
}
