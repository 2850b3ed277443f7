import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { FindingAlert } from '../findings/FindingAlert';

interface Props {
  /** What saving is called here. */
  save: string;
  saving: boolean;
  failure: string | undefined;
  onCancel: () => void;
}

/** The end of a form: what went wrong, and the ways out. */
export function FormButtons({ save, saving, failure, onCancel }: Props) {
  return (
    <>
      {failure !== undefined && (
        <FindingAlert
          finding={{ severity: 'error', title: t('forms.not-saved', 'Nothing was saved'), advice: failure }}
        />
      )}
      <Stack gap={1}>
        <Button type="submit" disabled={saving} icon={saving ? 'spinner' : undefined}>
          {save}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          <Trans i18nKey="forms.cancel">Cancel</Trans>
        </Button>
      </Stack>
    </>
  );
}
