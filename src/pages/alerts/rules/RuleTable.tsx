import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { Badge, InteractiveTable, type CellProps, type Column } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import type { RuleStanding } from '../ruleStanding';
import { conditionText } from './conditionText';
import { RuleActions } from './RuleActions';
import { RuleDetails } from './RuleDetails';
import { RuleName } from './RuleName';
import { RuleStateBadge } from './RuleStateBadge';
import { STATES } from './ruleStateBadge';

interface Props {
  standings: RuleStanding[];
  onEdit: (standing: RuleStanding) => void;
}

const SEVERITIES = ['critical', 'warning', 'info'];
const COLORS = { critical: 'red', warning: 'orange', info: 'blue' } as const;

/** The rules, a line each; unfolded, what a rule found and what to do about it. */
export function RuleTable({ standings, onEdit }: Props) {
  const columns = useMemo(() => columnsFor(onEdit), [onEdit]);
  return (
    <InteractiveTable
      columns={columns}
      data={standings}
      getRowId={({ rule }) => rule.uid}
      renderExpandedRow={(standing) => <RuleDetails standing={standing} />}
    />
  );
}

type Cell = CellProps<RuleStanding>;

function columnsFor(onEdit: Props['onEdit']): Array<Column<RuleStanding>> {
  return [
    {
      id: 'state',
      header: t('alerts.rules.state', 'State'),
      cell: ({ row }: Cell) => <RuleStateBadge state={row.original.state} />,
      sortType: (a, b) => STATES.indexOf(a.original.state) - STATES.indexOf(b.original.state),
      disableGrow: true,
    },
    {
      id: 'name',
      header: t('alerts.rules.name', 'Rule'),
      cell: ({ row }: Cell) => <RuleName standing={row.original} />,
      sortType: (a, b) => a.original.rule.name.localeCompare(b.original.rule.name),
    },
    {
      id: 'severity',
      header: t('alerts.rules.severity', 'Severity'),
      cell: ({ row }: Cell) => <Badge text={row.original.rule.severity} color={COLORS[row.original.rule.severity]} />,
      sortType: (a, b) => SEVERITIES.indexOf(a.original.rule.severity) - SEVERITIES.indexOf(b.original.rule.severity),
      disableGrow: true,
    },
    {
      id: 'condition',
      header: t('alerts.rules.threshold', 'Threshold'),
      cell: ({ row }: Cell) => (
        <span style={{ whiteSpace: 'nowrap' }}>{conditionText(row.original.rule, row.original.condition)}</span>
      ),
      disableGrow: true,
    },
    {
      id: 'receiver',
      header: t('alerts.rules.contact-point', 'Contact point'),
      cell: ({ row }: Cell) => <>{receiverOf(row.original)}</>,
      disableGrow: true,
    },
    {
      id: 'actions',
      header: '',
      cell: ({ row }: Cell) => (
        <RuleActions standing={row.original} onEdit={canConfigure() ? () => onEdit(row.original) : undefined} />
      ),
      disableGrow: true,
    },
  ];
}

function receiverOf({ installed }: RuleStanding): string {
  if (!installed) {
    return '–';
  }
  return installed.notification_settings?.receiver ?? t('alerts.rules.by-policy', 'by notification policy');
}
