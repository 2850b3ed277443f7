import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { CostChange } from './CostChange';
import { joinBefore, type BreakdownRow } from './joinBefore';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { formatCount } from '../money/formatCount';
import { Money } from '../money/Money';
import { dimensionLabel } from '../scope/dimensions';
import { valueOf, type Usage, type UsageGroup } from './askBreakdown';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  now: Usage;
  /** Of the period that the page compares with. */
  before?: Usage;
  by: UsageGrouping;
  onDrill: (value: string) => void;
}

export function BreakdownTable({ now, before, by, onDrill }: Props) {
  const styles = useStyles2(getStyles);
  const { groups, totals, group_count: count = groups.length } = now;
  const rows = joinBefore(now, before, by);
  if (rows.length === 0) {
    return <p className={styles.note}>{t('costs.breakdown.none', 'No requests in this time range.')}</p>;
  }
  const share = (group: UsageGroup) => (totals.cost_nano_usd ? (group.cost_nano_usd ?? 0) / totals.cost_nano_usd : 0);
  const number = (id: 'requests' | 'input_tokens' | 'output_tokens' | 'unpriced_requests', head: string) => ({
    id,
    head,
    cell: ({ group }: BreakdownRow) => formatCount(group[id] ?? 0),
    total: formatCount(totals[id] ?? 0),
  });
  const columns: Array<FiguresColumn<BreakdownRow>> = [
    {
      id: 'value',
      head: dimensionLabel(by),
      isText: true,
      cell: ({ group }) => (
        <Button size="sm" variant="primary" fill="text" onClick={() => onDrill(valueOf(group, by))}>
          {valueOf(group, by)}
        </Button>
      ),
      total: t('costs.breakdown.total', 'Total'),
    },
    {
      id: 'cost',
      head: t('costs.breakdown.cost', 'Cost'),
      cell: ({ group }) => <Money nanoUsd={group.cost_nano_usd ?? 0} />,
      total: <Money nanoUsd={totals.cost_nano_usd ?? 0} />,
    },
    ...(before ? comparedColumns(totals, before.totals) : []),
    {
      id: 'share',
      head: t('costs.breakdown.share', 'Share'),
      cell: ({ group }) => (
        <span className={styles.share}>
          <span className={styles.track}>
            <span className={styles.bar} style={{ width: `${share(group) * 100}%` }} />
          </span>
          <span className={styles.percent}>{`${(share(group) * 100).toFixed(1)} %`}</span>
        </span>
      ),
    },
    number('requests', t('costs.breakdown.requests', 'Requests')),
    number('input_tokens', t('costs.breakdown.input', 'Input tokens')),
    number('output_tokens', t('costs.breakdown.output', 'Output tokens')),
    {
      id: 'saved',
      head: t('costs.breakdown.saved', 'Saved by the cache'),
      cell: ({ group }) => <Money nanoUsd={group.saved_nano_usd ?? 0} />,
      total: <Money nanoUsd={totals.saved_nano_usd ?? 0} />,
    },
    number('unpriced_requests', t('costs.breakdown.unpriced', 'Unpriced')),
  ];
  return (
    <>
      <FiguresTable
        label={t('costs.breakdown.label', 'Costs told apart')}
        columns={columns}
        rows={rows}
        rowKey={({ group }) => valueOf(group, by)}
      />
      {count > groups.length && (
        <p className={styles.note}>
          {t('costs.breakdown.more', 'The {{shown}} with most cost, of {{count}}. The totals are over all.', {
            shown: groups.length,
            count,
            ...AS_IT_IS,
          })}
        </p>
      )}
    </>
  );
}

/** What it cost before, and by how much that has changed. */
function comparedColumns(now: Usage['totals'], before: Usage['totals']): Array<FiguresColumn<BreakdownRow>> {
  const [totalNow, totalBefore] = [now.cost_nano_usd ?? 0, before.cost_nano_usd ?? 0];
  return [
    {
      id: 'before',
      head: t('costs.breakdown.before', 'Cost before'),
      cell: ({ costBefore }) => (costBefore === undefined ? '–' : <Money nanoUsd={costBefore} />),
      total: <Money nanoUsd={totalBefore} />,
    },
    {
      id: 'change',
      head: t('costs.breakdown.change', 'Change'),
      cell: ({ group, costBefore }) => <CostChange now={group.cost_nano_usd ?? 0} before={costBefore} />,
      total: <CostChange now={totalNow} before={totalBefore} />,
    },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ margin: theme.spacing(1), color: theme.colors.text.secondary }),
  share: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) }),
  // As wide for all: bars begin below each other.
  percent: css({ minWidth: 56 }),
  track: css({ width: 60, height: 8 }),
  bar: css({ display: 'block', height: '100%', background: theme.visualization.getColorByName('blue') }),
});
