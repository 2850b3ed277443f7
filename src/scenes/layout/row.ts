import { SceneFlexItem, SceneFlexLayout, type VizPanel } from '@grafana/scenes';

export interface RowItem {
  readonly panel: VizPanel;
  /** Below this width in pixels the panel cannot be read. */
  readonly minWidth: number;
}

/** Panels of unlike widths: side by side where each gets the width it needs, below each other where not. */
export function row({ height }: { height: number }, items: RowItem[]): SceneFlexLayout {
  return new SceneFlexLayout({
    direction: 'row',
    wrap: 'wrap',
    children: items.map(
      ({ panel, minWidth }) => new SceneFlexItem({ body: panel, height, minWidth: `min(${minWidth}px, 100%)` })
    ),
  });
}
