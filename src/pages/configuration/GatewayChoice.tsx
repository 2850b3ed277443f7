import React from 'react';
import { t } from '@grafana/i18n';
import { DataSourcePicker } from '@grafana/runtime';
import { InlineField } from '@grafana/ui';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { installedDataSources } from '../../api/dataSources/installed';
import { useUrlState } from '../../components/urlState/useUrlState';
import { GATEWAY_PARAMETER } from './useChosenGateway';

interface Props {
  uid: string;
}

/** Chooses the gateway that is looked at, where there is more than one. */
export function GatewayChoice({ uid }: Props) {
  const { change } = useUrlState();
  if (installedDataSources(DATASOURCE_ID).length < 2) {
    return null;
  }
  return (
    <InlineField label={t('variables.gateway', 'LLM Gateway')} htmlFor="configured-gateway">
      <DataSourcePicker
        key={uid}
        inputId="configured-gateway"
        pluginId={DATASOURCE_ID}
        current={uid}
        noDefault
        width={40}
        onChange={(dataSource) => change({ [GATEWAY_PARAMETER]: dataSource.uid, open: undefined })}
      />
    </InlineField>
  );
}
