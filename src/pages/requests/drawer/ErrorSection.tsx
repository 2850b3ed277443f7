import React from 'react';
import { t } from '@grafana/i18n';
import { Alert, Stack } from '@grafana/ui';
import type { RequestDetails } from '../list/requestRow';
import { errorAdvice } from './errorAdvice';

/** What went wrong and what to do about it; nothing where all went well. */
export function ErrorSection({ details: { status, error_type } }: { details: RequestDetails }) {
  if (status === 'aborted') {
    return (
      <Alert
        severity="warning"
        bottomSpacing={0}
        title={t('requests.errors.aborted.what', 'The client left before the answer had ended.')}
      >
        {t(
          'requests.errors.aborted.todo',
          'The call to the provider was stopped; what had been generated until then is paid for. If clients give up often, compare their timeouts with the latency.'
        )}
      </Alert>
    );
  }
  if (error_type === null) {
    return null;
  }
  const { what, todo } = errorAdvice(error_type);
  return (
    <Alert severity="error" bottomSpacing={0} title={what}>
      <Stack direction="column" gap={0.5}>
        <div>{todo}</div>
        <code>{error_type}</code>
      </Stack>
    </Alert>
  );
}
