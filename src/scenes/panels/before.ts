import { FieldType, formattedValueToString, getValueFormat, type DataFrame, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { AS_IT_IS } from '../../asItIs';
import { changeText, pointsText } from '../../components/format/change';
import { isOfOtherPeriod } from '../queries/comparison';

/** A tile has room for one figure: the previous period's, and how much has changed, is told in its caption. */
export function before(unit: string): CustomTransformOperator {
  return () => (source) => source.pipe(map((frames) => tellBefore(frames, unit)));
}

export function tellBefore(frames: DataFrame[], unit: string): DataFrame[] {
  const earlier = frames.find(isOfOtherPeriod);
  const now = frames.filter((frame) => !isOfOtherPeriod(frame));
  if (!earlier) {
    return now;
  }
  const displayName = caption(now[0] && lastValue(now[0]), lastValue(earlier), unit);
  const named = (field: Field): Field =>
    field.type === FieldType.number ? { ...field, config: { ...field.config, displayName } } : field;
  return now.map((frame) => ({ ...frame, fields: frame.fields.map(named) }));
}

function caption(now: number | undefined, before: number | undefined, unit: string): string {
  if (before === undefined) {
    return t('panels.before-unknown', 'before: not known');
  }
  const value = formattedValueToString(getValueFormat(unit)(before));
  const change = now === undefined ? undefined : changeIn(unit, now, before);
  return change === undefined
    ? t('panels.before', 'before: {{value}}', { value, ...AS_IT_IS })
    : t('panels.before-and-change', '{{change}}, before: {{value}}', { value, change, ...AS_IT_IS });
}

function changeIn(unit: string, now: number, before: number): string | undefined {
  return unit === 'percentunit'
    ? t('panels.change-in-points', '{{points}} points', { points: pointsText(now, before), ...AS_IT_IS })
    : changeText(now, before);
}

function lastValue({ fields }: DataFrame): number | undefined {
  const values = fields.find(({ type }) => type === FieldType.number)?.values ?? [];
  return values.filter((value) => typeof value === 'number' && !Number.isNaN(value)).at(-1);
}
