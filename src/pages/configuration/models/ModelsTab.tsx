import React, { useCallback, useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, EmptyState, Stack } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import { UrlSearch } from '../../../components/urlState/UrlSearch';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { ObjectDrawer } from '../ObjectDrawer';
import type { SetUpTabProps } from '../tabProps';
import { useFound } from '../useFound';
import { ModelFacts } from './ModelFacts';
import { ModelForm } from './ModelForm';
import { ModelTable } from './ModelTable';
import { RemoveModel } from './RemoveModel';

/** What clients can ask for, and what answers it. */
export function ModelsTab({ gatewayUid, setUp, onChanged }: SetUpTabProps) {
  const { get, change } = useUrlState();
  const [adding, setAdding] = useState(false);
  const { models, deployments } = setUp;
  const providers = setUp.providers.map(({ name }) => name);
  const found = useFound(models);
  const onOpen = useCallback((name: string) => change({ open: name }), [change]);
  const model = models.find(({ name }) => name === get('open'));

  return (
    <Stack direction="column" gap={2}>
      <Stack gap={2} wrap="wrap" alignItems="center">
        <UrlSearch placeholder={t('models.search', 'Search model')} />
        {canConfigure() && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            <Trans i18nKey="models.add">Add model</Trans>
          </Button>
        )}
      </Stack>
      {found.length === 0 ? (
        <EmptyState variant="not-found" message={t('models.none', 'No model is like that')} />
      ) : (
        <ModelTable models={found} {...{ deployments, onOpen }} />
      )}
      {adding && (
        <Drawer
          title={t('models.new', 'New model')}
          size="md"
          closeOnMaskClick={false}
          onClose={() => setAdding(false)}
        >
          <ModelForm
            {...{ gatewayUid, providers }}
            onSaved={() => {
              setAdding(false);
              onChanged();
            }}
            onCancel={() => setAdding(false)}
          />
        </Drawer>
      )}
      {model && (
        <ObjectDrawer
          key={`${model.name} ${model.revision}`}
          of={model}
          facts={<ModelFacts {...{ model, deployments }} />}
          form={(onSaved, onCancel) => <ModelForm {...{ gatewayUid, model, providers, onSaved, onCancel }} />}
          removal={(onDone, onDismiss) => <RemoveModel {...{ gatewayUid, model, models, onDone, onDismiss }} />}
          onChanged={onChanged}
          onClose={() => change({ open: undefined })}
        />
      )}
    </Stack>
  );
}
