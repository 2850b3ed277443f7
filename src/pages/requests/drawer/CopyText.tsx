import React from 'react';
import { t } from '@grafana/i18n';
import { ClipboardButton, Stack } from '@grafana/ui';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  text: string;
  /** What is copied, for those who do not see the text beside the button. */
  name: string;
}

/** An id with a button that copies it. */
export function CopyText({ text, name }: Props) {
  return (
    <Stack direction="row" gap={1} alignItems="center">
      <code style={{ overflowWrap: 'anywhere' }}>{text}</code>
      <ClipboardButton
        size="sm"
        fill="text"
        variant="secondary"
        icon="copy"
        aria-label={t('requests.drawer.copy', 'Copy {{name}}', { name, ...AS_IT_IS })}
        getText={() => text}
      />
    </Stack>
  );
}
