import type { DataFrame } from '@grafana/data';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/**
 * These fields of each frame, in this order, by the names that the data source gave them. No frame where there is no row:
 * a table of nothing but a head does not say that it is empty.
 */
export function pickFields(names: readonly string[]): CustomTransformOperator {
  return () => (source) =>
    source.pipe(map((frames) => frames.filter(({ length }) => length > 0).map((frame) => picked(frame, names))));
}

function picked(frame: DataFrame, names: readonly string[]): DataFrame {
  const fields = names.flatMap((name) => frame.fields.find((field) => field.name === name) ?? []);
  return { ...frame, fields };
}
