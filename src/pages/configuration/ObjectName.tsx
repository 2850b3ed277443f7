import React from 'react';
import { Button, Stack } from '@grafana/ui';
import { OriginBadge } from '../../components/access/OriginBadge';
import { ProblemBadge } from '../../components/access/ProblemBadge';

interface Props {
  of: { readonly name: string; readonly origin: 'file' | 'api'; readonly problem?: string };
  /** What the button does, for those who do not see where it stands. */
  label: string;
  onOpen: (name: string) => void;
}

/** The name of something in a list, which opens it, and where it comes from. */
export function ObjectName({ of: { name, origin, problem }, label, onOpen }: Props) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <Button fill="text" size="sm" aria-label={label} onClick={() => onOpen(name)}>
        {name}
      </Button>
      {origin === 'file' && <OriginBadge />}
      {problem !== undefined && <ProblemBadge problem={problem} />}
    </Stack>
  );
}
