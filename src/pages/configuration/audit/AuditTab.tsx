import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, EmptyState, Stack } from '@grafana/ui';
import { Loaded } from '../../../components/load/Loaded';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { AuditFilters } from './AuditFilters';
import { AUDIT_PARAMETERS, isFiltered, useAuditQuery, type AuditQuery } from './auditQuery';
import { AuditTable } from './AuditTable';
import { useAudit, type AuditPage } from './useAudit';

interface Props {
  gatewayUid: string;
}

/** Who changed what, and when. */
export function AuditTab({ gatewayUid }: Props) {
  const query = useAuditQuery();
  return (
    <Stack direction="column" gap={2}>
      <AuditFilters query={query} />
      {/* Another question has no answer yet. */}
      <Changes key={JSON.stringify(query)} {...{ gatewayUid, query }} />
    </Stack>
  );
}

function Changes({ gatewayUid, query }: Props & { query: AuditQuery }) {
  const load = useAudit(gatewayUid, query);
  return (
    <Loaded load={load} failed={t('audit.failed', 'The audit log cannot be read')}>
      {(page) => <Page {...{ page, query }} />}
    </Loaded>
  );
}

function Page({ page: { changes, next_cursor: next }, query }: { page: AuditPage; query: AuditQuery }) {
  const { change } = useUrlState();
  const goTo = (cursor: string | undefined) => change({ [AUDIT_PARAMETERS.cursor]: cursor });
  const { cursor } = query;
  if (changes.length === 0) {
    return isFiltered(query) ? (
      <EmptyState variant="not-found" message={t('audit.none-found', 'No change is like that')} />
    ) : (
      <EmptyState variant="call-to-action" message={t('audit.none', 'Nothing has been changed here yet')}>
        <Trans i18nKey="audit.none-hint">
          Every change that is made by the gateway’s admin API, and so by this app, is kept here with who made it.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <AuditTable changes={changes} />
      {(cursor !== undefined || next !== null) && (
        <Stack gap={1}>
          <Button
            size="sm"
            variant="secondary"
            icon="angle-double-left"
            disabled={cursor === undefined}
            onClick={() => goTo(undefined)}
          >
            <Trans i18nKey="audit.newest">Newest</Trans>
          </Button>
          <Button
            size="sm"
            variant="secondary"
            icon="angle-right"
            disabled={next === null}
            onClick={() => goTo(next ?? undefined)}
          >
            <Trans i18nKey="audit.older">Older</Trans>
          </Button>
        </Stack>
      )}
    </>
  );
}
