import React from 'react';
import { Badge, type BadgeColor, type IconName } from '@grafana/ui';

interface Props {
  status: string;
  /** HTTP status sent to the client. */
  code: number;
  /** Cause of an error. */
  errorType: string | null;
}

const LOOKS: Record<string, { color: BadgeColor; icon: IconName }> = {
  success: { color: 'green', icon: 'check' },
  error: { color: 'red', icon: 'exclamation-circle' },
  aborted: { color: 'orange', icon: 'times-circle' },
};

/** How a request ended, by colour, icon and word. */
export function StatusBadge({ status, code, errorType }: Props) {
  const { color, icon } = LOOKS[status] ?? { color: 'blue', icon: 'question-circle' };
  return <Badge color={color} icon={icon} text={`${code} ${status}`} tooltip={errorType ?? undefined} />;
}
