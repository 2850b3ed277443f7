import React from 'react';
import { Trans } from '@grafana/i18n';
import { LinkButton, Stack } from '@grafana/ui';
import type { Subject } from './rules/subject';
import { subjectHref } from './subjectHref';

interface Props {
  gatewayUid: string;
  subject: Subject;
}

/** From a key, team or user to its requests and its costs. */
export function SubjectLinks({ gatewayUid, subject }: Props) {
  return (
    <Stack gap={1}>
      <LinkButton size="sm" variant="secondary" icon="list-ul" href={subjectHref('requests', gatewayUid, subject)}>
        <Trans i18nKey="keys.link.requests">Its requests</Trans>
      </LinkButton>
      <LinkButton size="sm" variant="secondary" icon="dollar-alt" href={subjectHref('costs', gatewayUid, subject)}>
        <Trans i18nKey="keys.link.costs">Its costs</Trans>
      </LinkButton>
    </Stack>
  );
}
