import { SceneCSSGridItem, SceneCSSGridLayout, type VizPanel } from '@grafana/scenes';

export interface GridOptions {
  /** Columns where there is room, and where there is not. */
  readonly columns: readonly [wide: number, narrow: number];
  /** Width in pixels, of the grid and not of the window, from which there is room: menus take their share. */
  readonly wideFrom: number;
  readonly rowHeight: number;
}

/** Panels of one size in rows, in one of two numbers of columns, so that no row is left with a gap at its end. */
export function grid({ columns: [wide, narrow], wideFrom, rowHeight }: GridOptions, panels: VizPanel[]) {
  // Narrower than `wideFrom` the middle term is huge and the upper bound wins; wider, it is negative and the lower does.
  const column = `clamp(${share(wide)}, (${wideFrom}px - 100%) * 1000, ${share(narrow)})`;
  return new SceneCSSGridLayout({
    templateColumns: `repeat(auto-fit, minmax(${column}, 1fr))`,
    autoRows: `${rowHeight}px`,
    children: panels.map((body) => new SceneCSSGridItem({ body })),
  });
}

/** The width of one of `count` columns, a little less for the gaps between them. */
function share(count: number): string {
  return `100% / ${count} - 8px`;
}
