import { FieldType, type DataFrame } from '@grafana/data';
import { GraphDrawStyle, StackingMode } from '@grafana/schema';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { isOfOtherPeriod } from '../queries/comparison';

/**
 * Draws the period that the page compares with as bare lines (Grafana dashes them), and where series are stacked, as a
 * stack of its own: on top of the others it would double the sum.
 */
export function otherPeriod(stacked: boolean): CustomTransformOperator {
  return () => (source) => source.pipe(map((frames) => drawOtherPeriod(frames, stacked)));
}

export function drawOtherPeriod(frames: DataFrame[], stacked: boolean): DataFrame[] {
  const look = {
    drawStyle: GraphDrawStyle.Line,
    lineWidth: 1,
    fillOpacity: 0,
    stacking: stacked ? { mode: StackingMode.Normal, group: 'before' } : { mode: StackingMode.None },
  };
  return frames.map((frame) =>
    isOfOtherPeriod(frame)
      ? {
          ...frame,
          fields: frame.fields.map((field) =>
            field.type === FieldType.number
              ? { ...field, config: { ...field.config, custom: { ...field.config.custom, ...look } } }
              : field
          ),
        }
      : frame
  );
}
