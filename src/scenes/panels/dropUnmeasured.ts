import { FieldType, type DataFrame } from '@grafana/data';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/**
 * Leaves out series without a single value, such as quantiles of a histogram that nothing was counted in: the panel then
 * says that there is nothing, once, and not in each cell of its legend.
 */
export const dropUnmeasured: CustomTransformOperator = () => (source) =>
  source.pipe(map((frames) => frames.filter(isMeasured)));

export function isMeasured({ fields }: DataFrame): boolean {
  const numbers = fields.filter(({ type }) => type === FieldType.number);
  return (
    numbers.length === 0 || numbers.some(({ values }) => values.some((value) => value !== null && !Number.isNaN(value)))
  );
}
