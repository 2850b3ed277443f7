import { PanelBuilders, SceneDataTransformer, type VizPanel } from '@grafana/scenes';
import { AxisPlacement, TooltipDisplayMode } from '@grafana/schema';
import { failedNoValue } from './failedNoValue';
import { panelMenu } from './menu/panelMenu';
import type { PanelOptions } from './panelOptions';
import { requestLinks } from './requestLinks';

export interface HeatmapOptions extends PanelOptions {
  /** Grafana's unit id, of what the buckets are bounds of. */
  readonly unit: string;
}

/** How observations of a histogram are spread over its buckets as time goes by; `data` is `metricBuckets(…)`. */
export function heatmap({ title, description, noValue, data, unit }: HeatmapOptions): VizPanel {
  return (
    PanelBuilders.heatmap()
      .setTitle(title)
      .setDescription(description)
      .setNoValue(noValue)
      .setData(new SceneDataTransformer({ $data: data, transformations: [requestLinks] }))
      .setMenu(panelMenu())
      .setBehaviors([failedNoValue])
      .setOption('calculate', false)
      .setOption('yAxis', { axisPlacement: AxisPlacement.Left, unit })
      .setOption('cellGap', 1)
      .setOption('color', { scheme: 'Spectral', steps: 64 })
      // Buckets without a single observation are left empty, so that the rest can be seen.
      .setOption('filterValues', { le: 1e-9 })
      .setOption('tooltip', { mode: TooltipDisplayMode.Single, yHistogram: true })
      .setOption('legend', { show: true })
      .build()
  );
}
