import React, { type ReactNode } from 'react';
import { t } from '@grafana/i18n';
import { IconButton, Stack, Text } from '@grafana/ui';
import { OriginBadge } from '../../../components/access/OriginBadge';
import { ProblemBadge } from '../../../components/access/ProblemBadge';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  rule: { readonly name: string; readonly origin: 'file' | 'api'; readonly problem?: string };
  /** It is on every one of this kind, so that it is not this one's to change. */
  isOnEach: boolean;
  editable: boolean;
  onEdit: () => void;
  onRemove: () => void;
  children: ReactNode;
}

/** A budget or a limit, with what can be done to it. */
export function RuleLine({ rule: { name, origin, problem }, isOnEach, editable, onEdit, onRemove, children }: Props) {
  const canChange = editable && origin === 'api' && !isOnEach;
  return (
    <Stack direction="column" gap={0.5}>
      <Stack gap={1} alignItems="center" wrap="wrap">
        <Text weight="medium">{name}</Text>
        {origin === 'file' && <OriginBadge />}
        {problem !== undefined && <ProblemBadge problem={problem} />}
        {isOnEach && (
          <Text variant="bodySmall" color="secondary">
            {t('rules.on-each', 'on each of its kind')}
          </Text>
        )}
        {canChange && (
          <>
            <IconButton
              name="pen"
              aria-label={t('rules.edit', 'Edit {{name}}', { name, ...AS_IT_IS })}
              onClick={onEdit}
            />
            <IconButton
              name="trash-alt"
              aria-label={t('rules.remove', 'Remove {{name}}', { name, ...AS_IT_IS })}
              onClick={onRemove}
            />
          </>
        )}
      </Stack>
      {children}
    </Stack>
  );
}
