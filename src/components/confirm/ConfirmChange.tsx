import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { ConfirmModal, Stack } from '@grafana/ui';
import { FindingAlert } from '../findings/FindingAlert';
import { changeFailure } from '../forms/changeFailure';

interface Props {
  title: string;
  /** What will happen. */
  consequence: string;
  /** What the button says. */
  confirm: string;
  /** To be typed before it can be confirmed; left out where nothing is lost. */
  name?: string;
  /** Whether it takes nothing away. */
  isHarmless?: boolean;
  /** Rejects with why it was refused. */
  change: () => Promise<void>;
  onDone: () => void;
  onDismiss: () => void;
}

/** Asks before a change, for the name of what is to be lost, and says why when it is refused. */
export function ConfirmChange({
  title,
  consequence,
  confirm,
  name,
  isHarmless = false,
  change,
  onDone,
  onDismiss,
}: Props) {
  const [failure, setFailure] = useState<string>();

  const run = async () => {
    setFailure(undefined);
    try {
      await change();
    } catch (error) {
      setFailure(changeFailure(error));
      return;
    }
    onDone();
  };

  return (
    <ConfirmModal
      isOpen
      title={title}
      body={consequence}
      description={
        <Stack direction="column" gap={1}>
          <span>{t('confirm.audited', 'The gateway’s audit log keeps who did it.')}</span>
          {failure !== undefined && (
            <FindingAlert
              finding={{ severity: 'error', title: t('confirm.refused', 'It was refused'), advice: failure }}
            />
          )}
        </Stack>
      }
      confirmationText={name}
      confirmText={confirm}
      confirmButtonVariant={isHarmless ? 'primary' : 'destructive'}
      onConfirm={run}
      onDismiss={onDismiss}
    />
  );
}
