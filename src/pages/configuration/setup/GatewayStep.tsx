import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { checkGateway } from '../checkGateway';
import { ConnectionField } from '../ConnectionField';
import { useCheck } from '../useCheck';
import { AddGateway } from './AddGateway';
import { isInstalled } from './isInstalled';
import { Step } from './Step';
import { stepState } from './stepState';

interface Props {
  uid: string;
  onChange: (uid: string) => void;
}

/** Connects the gateway: its data source is chosen, or made here. */
export function GatewayStep({ uid, onChange }: Props) {
  const there = isInstalled(DATASOURCE_ID, uid);
  const checked = useCheck(uid, checkGateway, { atOnce: there });
  const [adding, setAdding] = useState(false);
  return (
    <Step title={t('setup.gateway.title', '1. Connect the gateway')} state={there ? stepState(checked) : 'todo'}>
      <ConnectionField
        label={t('configuration.gateway.label', 'LLM Gateway')}
        description={t(
          'configuration.gateway.description',
          'Exact usage and cost from the gateway’s ledger. This data source holds the gateway’s address and admin token.'
        )}
        pluginId={DATASOURCE_ID}
        {...{ uid, onChange, checked }}
      />
      {adding ? (
        <AddGateway
          onAdded={(added) => {
            setAdding(false);
            onChange(added);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button size="sm" variant="secondary" icon="plus" onClick={() => setAdding(true)}>
            <Trans i18nKey="setup.gateway.add">Connect a gateway</Trans>
          </Button>
        </div>
      )}
    </Step>
  );
}
