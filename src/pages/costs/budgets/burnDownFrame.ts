import { FieldType, type DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { BurnDownPoint } from './burnDown';
import type { BudgetRow } from './standings';
import { AS_IT_IS } from '../../../asItIs';

/** Names of the fields. */
export const LEFT = 'left';
export const EVEN = 'even';

const NANO = 1e9;

/** A burn-down in dollars or tokens. */
export function burnDownFrame(
  { budget, standing: { unit, subject } }: BudgetRow,
  points: readonly BurnDownPoint[]
): DataFrame {
  const scale = unit === 'usd' ? NANO : 1;
  const column = (of: (point: BurnDownPoint) => number | null) =>
    points.map((point) => {
      const value = of(point);
      return value === null ? null : value / scale;
    });
  const config = (displayNameFromDS: string) => ({
    displayNameFromDS,
    unit: unit === 'usd' ? 'currencyUSD' : 'locale',
  });
  return {
    refId: 'burn-down',
    length: points.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: points.map(({ time }) => time) },
      {
        name: LEFT,
        type: FieldType.number,
        config: config(
          t('costs.burn-down.left', 'Left of {{budget}}, {{kind}} {{subject}}', {
            budget: budget.name,
            kind: subject.kind,
            subject: subject.value,
            ...AS_IT_IS,
          })
        ),
        values: column(({ left }) => left),
      },
      {
        name: EVEN,
        type: FieldType.number,
        config: config(t('costs.burn-down.even', 'Left if spent evenly')),
        values: column(({ even }) => even),
      },
    ],
  };
}
