import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Combobox, Stack } from '@grafana/ui';
import { UrlSearch } from '../../../components/urlState/UrlSearch';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { AUDIT_PARAMETERS, filteredBy, isFiltered, type AuditQuery } from './auditQuery';
import { AUDITED_KINDS, kindWords } from './auditWords';

interface Props {
  query: AuditQuery;
}

/** Chooses what of the audit log is shown, in the address. */
export function AuditFilters({ query }: Props) {
  const { change } = useUrlState();
  return (
    <Stack gap={2} wrap="wrap" alignItems="center">
      <Combobox
        aria-label={t('audit.filter.kind', 'Kind of what was changed')}
        options={[
          { value: '', label: t('audit.filter.everything', 'Everything') },
          ...AUDITED_KINDS.map((value) => ({ value: value as string, label: kindWords(value) })),
        ]}
        value={query.kind ?? ''}
        width={25}
        onChange={({ value }) => change(filteredBy({ kind: value }))}
      />
      <UrlSearch parameter={AUDIT_PARAMETERS.name} placeholder={t('audit.filter.name', 'Its whole name')} width={30} />
      <UrlSearch
        parameter={AUDIT_PARAMETERS.actor}
        placeholder={t('audit.filter.actor', 'Who, as in the list')}
        width={30}
      />
      {isFiltered(query) && (
        <Button
          variant="secondary"
          fill="text"
          onClick={() => change(filteredBy({ kind: undefined, name: undefined, actor: undefined }))}
        >
          <Trans i18nKey="audit.filter.clear">Show everything</Trans>
        </Button>
      )}
    </Stack>
  );
}
