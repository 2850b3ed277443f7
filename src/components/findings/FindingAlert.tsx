import React, { type ReactNode } from 'react';
import { Alert, Stack } from '@grafana/ui';
import { Command } from '../Command';
import type { Finding } from './finding';

interface Props {
  finding: Finding;
  /** Where to go from here. */
  children?: ReactNode;
}

export function FindingAlert({ finding: { severity, title, advice, snippet }, children }: Props) {
  const hasBody = advice !== undefined || snippet !== undefined || Boolean(children);
  return (
    <Alert severity={severity} title={title} bottomSpacing={0} role={severity === 'error' ? 'alert' : 'status'}>
      {hasBody && (
        <Stack direction="column" gap={1}>
          {advice !== undefined && <div>{advice}</div>}
          {snippet !== undefined && <Command text={snippet} />}
          {children}
        </Stack>
      )}
    </Alert>
  );
}
