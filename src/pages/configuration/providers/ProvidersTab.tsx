import React, { useCallback, useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, EmptyState, Stack } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import { UrlSearch } from '../../../components/urlState/UrlSearch';
import { useUrlState } from '../../../components/urlState/useUrlState';
import type { SetUpTabProps } from '../tabProps';
import { useFound } from '../useFound';
import { ProviderDrawer } from './ProviderDrawer';
import { ProviderForm } from './ProviderForm';
import { ProviderTable } from './ProviderTable';

/** Who answers requests: look at one, test it, add one. */
export function ProvidersTab({ gatewayUid, setUp, onChanged }: SetUpTabProps) {
  const { get, change } = useUrlState();
  const [adding, setAdding] = useState(false);
  const found = useFound(setUp.providers);
  const onOpen = useCallback((name: string) => change({ open: name }), [change]);
  const opened = setUp.providers.find(({ name }) => name === get('open'));

  return (
    <Stack direction="column" gap={2}>
      <Stack gap={2} wrap="wrap" alignItems="center">
        <UrlSearch placeholder={t('providers.search', 'Search provider')} />
        {canConfigure() && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            <Trans i18nKey="providers.add">Add provider</Trans>
          </Button>
        )}
      </Stack>
      {found.length === 0 ? (
        <EmptyState variant="not-found" message={t('providers.none', 'No provider is like that')} />
      ) : (
        <ProviderTable providers={found} {...{ setUp, onOpen }} />
      )}
      {adding && (
        <Drawer
          title={t('providers.new', 'New provider')}
          size="md"
          closeOnMaskClick={false}
          onClose={() => setAdding(false)}
        >
          <ProviderForm
            gatewayUid={gatewayUid}
            onSaved={() => {
              setAdding(false);
              onChanged();
            }}
            onCancel={() => setAdding(false)}
          />
        </Drawer>
      )}
      {opened && (
        <ProviderDrawer
          key={`${opened.name} ${opened.revision}`}
          {...{ gatewayUid, setUp, onChanged }}
          provider={opened}
          onClose={() => change({ open: undefined })}
        />
      )}
    </Stack>
  );
}
