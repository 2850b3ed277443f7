import React from 'react';
import { Badge } from '@grafana/ui';

interface Props {
  good: boolean;
  text: string;
  /** Why it is not. */
  reason?: string;
}

/** Whether something works. */
export function StatusBadge({ good, text, reason }: Props) {
  return <Badge color={good ? 'green' : 'red'} icon={good ? 'check' : 'times'} text={text} tooltip={reason} />;
}
