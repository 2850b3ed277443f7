import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { AS_IT_IS } from '../../asItIs';
import { isOfOtherPeriod } from '../queries/comparison';

/** Names of the columns that a comparison adds. */
export const BEFORE = 'before';
export const CHANGE = 'change';

/** A table has a row for each group: what a measure was in the previous period stands in columns of its own beside it. */
export function sideBySide(groupBy: string, measure: string): CustomTransformOperator {
  return () => (source) => source.pipe(map((frames) => joinPeriods(frames, groupBy, measure)));
}

export function joinPeriods(frames: DataFrame[], groupBy: string, measure: string): DataFrame[] {
  const earlier = frames.find(isOfOtherPeriod);
  const now = frames.filter((frame) => !isOfOtherPeriod(frame));
  const [table] = now;
  const figures = table?.fields.find(({ name }) => name === measure);
  if (!earlier || !table || !figures) {
    return now;
  }
  const names = valuesOf(table, groupBy);
  const before = new Map(valuesOf(earlier, groupBy).map((name, row) => [name, valuesOf(earlier, measure)[row]]));
  // Who has nothing any more is told of too: sums of the column would miss it.
  const gone = [...before.keys()].filter((name) => !names.includes(name));
  const fields = table.fields.map((field) => lengthened(field, field.name === groupBy ? gone : gone.map(() => 0)));
  const beforeValues = [...names, ...gone].map((name) => Number(before.get(name) ?? 0));
  const nowValues = fields.find(({ name }) => name === measure)!.values as number[];
  const added: Field[] = [
    {
      name: BEFORE,
      type: FieldType.number,
      config: {
        unit: figures.config.unit,
        displayName: t('panels.table.before', '{{measure}} before', { measure: headOf(figures), ...AS_IT_IS }),
      },
      values: beforeValues,
    },
    {
      name: CHANGE,
      type: FieldType.number,
      // Of nothing there is no share; what the panel says where it has no rows would stand in the cell.
      config: { unit: 'percentunit', displayName: t('panels.table.change', 'Change'), noValue: '–' },
      values: nowValues.map((value, row) => (beforeValues[row] ? value / beforeValues[row] - 1 : null)),
    },
  ];
  const place = fields.findIndex(({ name }) => name === measure) + 1;
  return [
    {
      ...table,
      fields: [...fields.slice(0, place), ...added, ...fields.slice(place)],
      length: names.length + gone.length,
    },
  ];
}

function headOf({ name, config }: Field): string {
  return config.displayNameFromDS ?? name;
}

function valuesOf(frame: DataFrame, name: string): unknown[] {
  return frame.fields.find((field) => field.name === name)?.values ?? [];
}

function lengthened(field: Field, values: unknown[]): Field {
  return { ...field, values: [...field.values, ...values] };
}
