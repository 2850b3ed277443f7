import { FieldType, formattedValueToString, getValueFormat, type DataFrame, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { AS_IT_IS } from '../../components/asItIs';
import { isOfOtherPeriod } from '../queries/comparison';

/** A tile has room for one figure: the previous period's is told in its caption. */
export function before(unit: string): CustomTransformOperator {
  return () => (source) => source.pipe(map((frames) => tellBefore(frames, unit)));
}

export function tellBefore(frames: DataFrame[], unit: string): DataFrame[] {
  const earlier = frames.find(isOfOtherPeriod);
  const now = frames.filter((frame) => !isOfOtherPeriod(frame));
  if (!earlier) {
    return now;
  }
  const value = lastValue(earlier);
  const displayName =
    value === undefined
      ? t('panels.before-unknown', 'before: not known')
      : t('panels.before', 'before: {{value}}', {
          value: formattedValueToString(getValueFormat(unit)(value)),
          ...AS_IT_IS,
        });
  const named = (field: Field): Field =>
    field.type === FieldType.number ? { ...field, config: { ...field.config, displayName } } : field;
  return now.map((frame) => ({ ...frame, fields: frame.fields.map(named) }));
}

function lastValue({ fields }: DataFrame): number | undefined {
  const values = fields.find(({ type }) => type === FieldType.number)?.values ?? [];
  return values.filter((value) => typeof value === 'number' && !Number.isNaN(value)).at(-1);
}
