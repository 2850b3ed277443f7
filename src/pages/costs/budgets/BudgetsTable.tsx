import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Button, useStyles2 } from '@grafana/ui';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { UsageBar } from '../../../components/UsageBar';
import { formatCount } from '../money/formatCount';
import { formatUsd } from '../money/formatUsd';
import { budgetWindow } from './budgetWindow';
import { outlook } from './outlook';
import { outlookText } from './outlookText';
import { shareUsed, type BudgetRow, type BudgetRows } from './standings';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  rows: BudgetRows;
  chosen: string;
  onChoose: (id: string) => void;
}

export function BudgetsTable({ rows: { used, unused, at }, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const shown = used.find(({ id }) => id === chosen) ?? used[0];
  const columns: Array<FiguresColumn<BudgetRow>> = [
    {
      id: 'budget',
      head: t('costs.budgets.budget', 'Budget'),
      isText: true,
      cell: (row) => (
        <Button
          size="sm"
          fill="text"
          aria-pressed={row === shown}
          icon={row === shown ? 'graph-bar' : undefined}
          onClick={() => onChoose(row.id)}
        >
          {row.budget.name}
        </Button>
      ),
    },
    {
      id: 'subject',
      head: t('costs.budgets.subject', 'On'),
      isText: true,
      cell: ({ standing: { subject } }) => `${subject.kind} ${subject.value}`,
    },
    {
      id: 'hard',
      head: t('costs.budgets.enforced', 'When spent'),
      isText: true,
      cell: ({ budget: { hard } }) =>
        hard === false ? (
          <Badge color="blue" text={t('costs.budgets.soft', 'soft: warns')} />
        ) : (
          <Badge color="purple" text={t('costs.budgets.hard', 'hard: refuses')} />
        ),
    },
    {
      id: 'share',
      head: t('costs.budgets.share', 'Used'),
      isText: true,
      cell: ({ standing, budget }) => (
        <UsageBar
          label={t('costs.budgets.share-of', 'Used of {{budget}}', { budget: budget.name, ...AS_IT_IS })}
          share={shareUsed(standing)}
        />
      ),
    },
    {
      id: 'used',
      head: t('costs.budgets.spent', 'Spent'),
      cell: ({ standing }) =>
        t('costs.budgets.spent-of', '{{used}} of {{limit}}', {
          used: amount(standing, standing.used),
          limit: amount(standing, standing.limit),
          ...AS_IT_IS,
        }),
    },
    {
      id: 'left',
      head: t('costs.budgets.left', 'Left'),
      cell: ({ standing }) => amount(standing, standing.remaining),
    },
    {
      id: 'outlook',
      head: t('costs.budgets.outlook', 'Days left'),
      isText: true,
      cell: ({ standing, budget }) => outlookText(outlook(standing, budgetWindow(budget, at), at)),
    },
    {
      id: 'resets',
      head: t('costs.budgets.resets', 'Begins anew'),
      isText: true,
      cell: ({ budget: { window }, standing }) =>
        window === undefined
          ? dateTimeFormat(standing.resets_at)
          : t('costs.budgets.rolling', 'rolling, the last {{window}}', { window, ...AS_IT_IS }),
    },
  ];
  return (
    <>
      {used.length > 0 && (
        <FiguresTable
          label={t('costs.budgets.title', 'Budgets')}
          columns={columns}
          rows={used}
          rowKey={({ id }) => id}
        />
      )}
      {unused.length > 0 && (
        <p className={styles.note}>
          {t('costs.budgets.unused', 'Not used yet in their current time: {{names}}', {
            names: unused.map(({ name }) => name).join(', '),
            ...AS_IT_IS,
          })}
        </p>
      )}
    </>
  );
}

function amount({ unit }: BudgetRow['standing'], value: number): string {
  return unit === 'usd'
    ? formatUsd(value)
    : t('costs.budgets.tokens', '{{amount}} tokens', { amount: formatCount(value), ...AS_IT_IS });
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ margin: theme.spacing(1), color: theme.colors.text.secondary }),
});
