import React from 'react';
import { t } from '@grafana/i18n';
import { Badge } from '@grafana/ui';

interface Props {
  /** In the gateway's words. */
  problem: string;
}

/** Marks what is stored and not in force. */
export function ProblemBadge({ problem }: Props) {
  return <Badge color="red" icon="exclamation-triangle" text={t('problem.badge', 'Not in force')} tooltip={problem} />;
}
