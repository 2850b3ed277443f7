import React from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { ReadOnlyNote } from '../../components/access/ReadOnlyNote';
import { useAppSettings } from '../../api/settings/settingsStore';
import { UrlTabs } from '../../components/urlState/UrlTabs';
import { useUrlState } from '../../components/urlState/useUrlState';
import { AUDIT_PARAMETERS } from './audit/auditQuery';
import { AuditTab } from './audit/AuditTab';
import { ConnectionTab } from './connection/ConnectionTab';
import { GatewayChoice } from './GatewayChoice';
import { GatewayTab } from './GatewayTab';
import { NoGateway } from './NoGateway';
import { SetUpTab } from './setup/SetUpTab';
import { useChosenGateway } from './useChosenGateway';

interface Props {
  meta: AppPluginMeta;
}

const TABS = ['setup', 'connection', 'providers', 'models', 'prices', 'audit'] as const;

/** Everything that is set up: by admins; the others look at it. */
export function ConfigurationTabs({ meta }: Props) {
  const chosen = useUrlState().get('tab');
  const gatewayUid = useChosenGateway(useAppSettings(meta.jsonData).gatewayUid);
  const tabs = canConfigure() ? TABS : TABS.filter((tab) => tab !== 'setup');
  const tab = tabs.find((each) => each === chosen) ?? tabs[0]!;
  const labels = {
    setup: t('configuration.tab.setup', 'First steps'),
    connection: t('configuration.tab.connection', 'Connection'),
    providers: t('configuration.tab.providers', 'Providers'),
    models: t('configuration.tab.models', 'Models'),
    prices: t('configuration.tab.prices', 'Prices'),
    audit: t('configuration.tab.audit', 'Audit log'),
  };

  return (
    <Stack direction="column" gap={2} minWidth={0}>
      <UrlTabs
        active={tab}
        tabs={tabs.map((id) => ({ id, label: labels[id] }))}
        ofOneTab={Object.values(AUDIT_PARAMETERS)}
      />
      {!canConfigure() && <ReadOnlyNote />}
      {tab === 'setup' && <SetUpTab meta={meta} />}
      {tab !== 'setup' && gatewayUid === undefined && <NoGateway />}
      {tab !== 'setup' && gatewayUid !== undefined && (
        <>
          <GatewayChoice uid={gatewayUid} />
          {tab === 'connection' && <ConnectionTab key={gatewayUid} gatewayUid={gatewayUid} />}
          {tab === 'audit' && <AuditTab key={gatewayUid} gatewayUid={gatewayUid} />}
          {(tab === 'providers' || tab === 'models' || tab === 'prices') && (
            <GatewayTab key={gatewayUid} {...{ gatewayUid, tab }} />
          )}
        </>
      )}
    </Stack>
  );
}
