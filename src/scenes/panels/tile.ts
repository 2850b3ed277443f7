import { FieldColorModeId, ThresholdsMode, type Threshold } from '@grafana/data';
import {
  PanelBuilders,
  SceneDataTransformer,
  type SceneDataProvider,
  type SceneTimeRangeLike,
  type VizPanel,
} from '@grafana/scenes';
import { BigValueColorMode, BigValueGraphMode, BigValueTextMode } from '@grafana/schema';
import { panelMenu } from './menu/panelMenu';
import { before } from './before';
import { headroom } from './headroom';

export interface TileOptions {
  readonly title: string;
  /** What the figure is of, in two or three words. */
  readonly caption: string;
  readonly description: string;
  /** Grafana's unit id. */
  readonly unit: string;
  readonly data: SceneDataProvider;
  /** Shown where there is no value. */
  readonly noValue: string;
  /** Colours of the value by its size; a neutral colour without them. */
  readonly thresholds?: Threshold[];
  /** Off where the data is one value and not a series. */
  readonly sparkline?: boolean;
  /** The page's, unless told otherwise. */
  readonly timeRange?: SceneTimeRangeLike;
}

/** In pixels. One size for all figures: left to itself, the panel makes short ones huge. */
const TEXT_SIZES = { titleSize: 12, valueSize: 20 };

/** One figure, with a sparkline of how it got there. */
export function tile(options: TileOptions): VizPanel {
  const { title, caption, description, unit, data, noValue, thresholds, sparkline = true } = options;
  const panel = PanelBuilders.stat()
    .setTitle(title)
    .setDescription(description)
    .setUnit(unit)
    .setMin(0)
    .setNoValue(noValue)
    .setMenu(panelMenu())
    .setData(
      // What takes its data from the page around it, asks nothing itself, and would look for it inside the tile.
      data instanceof SceneDataTransformer
        ? data
        : new SceneDataTransformer({ $data: data, transformations: [before(unit), ...(sparkline ? [headroom] : [])] })
    )
    .setOption('reduceOptions', { calcs: ['lastNotNull'], fields: '', values: false })
    .setOption('graphMode', sparkline ? BigValueGraphMode.Area : BigValueGraphMode.None)
    .setOption('colorMode', BigValueColorMode.Value)
    .setDisplayName(caption)
    // With a name above it the figure stays at the top, and the sparkline below it: without, they overlap.
    .setOption('textMode', BigValueTextMode.ValueAndName)
    .setOption('text', TEXT_SIZES);
  if (options.timeRange) {
    panel.setTimeRange(options.timeRange);
  }
  if (thresholds) {
    panel.setColor({ mode: FieldColorModeId.Thresholds });
    panel.setThresholds({ mode: ThresholdsMode.Absolute, steps: thresholds });
  } else {
    panel.setColor({ mode: FieldColorModeId.Fixed, fixedColor: 'blue' });
  }
  return panel.build();
}
