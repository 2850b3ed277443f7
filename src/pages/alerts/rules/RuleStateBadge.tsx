import React from 'react';
import { Badge } from '@grafana/ui';
import { badgeOf, type StandingState } from './ruleStateBadge';

interface Props {
  state: StandingState;
}

export function RuleStateBadge({ state }: Props) {
  return <Badge {...badgeOf(state)} />;
}
