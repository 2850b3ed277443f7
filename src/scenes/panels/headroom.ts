import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/** Peaks reach three quarters of the height: above that is the tile's figure, which Grafana lets the sparkline cross. */
const ROOM = 4 / 3;

/** Keeps the line of a sparkline below the figure it belongs to. */
export const headroom: CustomTransformOperator = () => (source) => source.pipe(map(addHeadroom));

export function addHeadroom(frames: DataFrame[]): DataFrame[] {
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map(widenRange) }));
}

function widenRange(field: Field): Field {
  const peak = field.type === FieldType.number ? largest(field.values) : 0;
  return peak > 0 ? { ...field, config: { ...field.config, max: peak * ROOM } } : field;
}

/** Gaps in a series are null or NaN. */
function largest(values: Array<number | null>): number {
  return values.reduce<number>((max, value) => (value !== null && value > max ? value : max), 0);
}
