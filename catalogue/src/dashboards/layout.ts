import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type GridPos, type Panel, type RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

/** Width of Grafana's grid. */
const COLUMNS = 24;

/** A panel and its size on the grid: columns of 24, lines of 38 pixels. */
export interface Placed {
  readonly panel: Builder<Panel>;
  readonly width: number;
  readonly height: number;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Placed[];
  /** Closed at first; its panels ask nothing until it is opened. */
  readonly collapsed?: boolean;
  /** Variable with a row a value. */
  readonly repeat?: string;
}

/** The panels of some width and height each. */
export function sized(width: number, height: number, ...panels: ReadonlyArray<Builder<Panel>>): Placed[] {
  return panels.map((panel) => ({ panel, width, height }));
}

/** Puts rows below each other and their panels side by side, and numbers them. */
export function layout(rows: readonly Row[]): Array<Panel | RowPanel> {
  let id = 0;
  let y = 0;
  return rows.flatMap(({ title, panels, collapsed = false, repeat }) => {
    const row: RowPanel = {
      type: 'row',
      id: ++id,
      title,
      collapsed,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
      ...(repeat !== undefined && { repeat }),
    };
    const { positions, end } = place(panels, y + 1);
    const placed = panels.map(({ panel }, index) => ({ ...panel.build(), id: ++id, gridPos: positions[index]! }));
    // The panels of a closed row take no room.
    y = collapsed ? y + 1 : end;
    return collapsed ? [{ ...row, panels: placed }] : [row, ...placed];
  });
}

function place(panels: readonly Placed[], top: number): { positions: GridPos[]; end: number } {
  const positions: GridPos[] = [];
  let [x, y, tallest] = [0, top, 0];
  for (const { width, height } of panels) {
    if (x + width > COLUMNS) {
      [x, y, tallest] = [0, y + tallest, 0];
    }
    positions.push({ x, y, w: width, h: height });
    x += width;
    tallest = Math.max(tallest, height);
  }
  return { positions, end: y + tallest };
}
