import React from 'react';
import { css } from '@emotion/css';
import { dateTimeForTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { formatCount } from '../money/formatCount';
import { exactUsd } from '../money/formatUsd';
import { dimensionLabel } from '../scope/dimensions';
import { valueOf, type Usage, type UsageGroup } from '../spend/askBreakdown';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  usage: Usage;
  dimensions: readonly UsageGrouping[];
  timeZone: string;
}

/** A row for each month and value, with amounts to the last place, as a bill has them. */
export function ChargebackTable({ usage: { groups, totals, group_count: count = 0 }, dimensions, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  if (groups.length === 0) {
    return <p className={styles.note}>{t('costs.breakdown.none', 'No requests in this time range.')}</p>;
  }
  const number = (id: 'requests' | 'input_tokens' | 'output_tokens' | 'unpriced_requests', head: string) => ({
    id,
    head,
    cell: (group: UsageGroup) => formatCount(group[id] ?? 0),
    total: formatCount(totals[id] ?? 0),
  });
  const columns: Array<FiguresColumn<UsageGroup>> = [
    {
      id: 'month',
      head: t('costs.chargeback.month', 'Month'),
      isText: true,
      cell: ({ time }) => dateTimeForTimeZone(timeZone, time).format('YYYY-MM'),
      total: t('costs.breakdown.total', 'Total'),
    },
    ...dimensions.map((dimension) => ({
      id: dimension,
      head: dimensionLabel(dimension),
      isText: true,
      cell: (group: UsageGroup) => valueOf(group, dimension),
    })),
    {
      id: 'cost',
      head: t('costs.breakdown.cost', 'Cost'),
      cell: (group) => exactUsd(group.cost_nano_usd ?? 0),
      total: exactUsd(totals.cost_nano_usd ?? 0),
    },
    number('requests', t('costs.breakdown.requests', 'Requests')),
    number('input_tokens', t('costs.breakdown.input', 'Input tokens')),
    number('output_tokens', t('costs.breakdown.output', 'Output tokens')),
    number('unpriced_requests', t('costs.breakdown.unpriced', 'Unpriced')),
  ];
  const shown = new Set(groups.map((group) => JSON.stringify(dimensions.map((each) => valueOf(group, each))))).size;
  return (
    <>
      <FiguresTable
        label={t('costs.chargeback.title', 'Chargeback')}
        columns={columns}
        rows={groups}
        rowKey={(group) => JSON.stringify([group.time, ...dimensions.map((dimension) => valueOf(group, dimension))])}
      />
      {count > shown && (
        <p className={styles.note}>
          {t(
            'costs.chargeback.more',
            'Shown are the {{shown}} with most cost, of {{count}}. The file and the totals have all.',
            {
              shown,
              count,
              ...AS_IT_IS,
            }
          )}
        </p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ margin: theme.spacing(1), color: theme.colors.text.secondary }),
});
