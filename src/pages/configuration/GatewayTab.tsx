import React from 'react';
import { t } from '@grafana/i18n';
import { Loaded } from '../../components/load/Loaded';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { ModelsTab } from './models/ModelsTab';
import { PricesTab } from './prices/PricesTab';
import { ProvidersTab } from './providers/ProvidersTab';
import { useSetUp } from './useSetUp';

interface Props {
  gatewayUid: string;
  tab: 'providers' | 'models' | 'prices';
}

const TABS = { providers: ProvidersTab, models: ModelsTab, prices: PricesTab };

/** What is set up in a gateway, a part at a time. */
export function GatewayTab({ gatewayUid, tab }: Props) {
  const load = useSetUp(gatewayUid);
  const Tab = TABS[tab];
  return (
    <Loaded load={load} failed={t('configuration.set-up-failed', 'What is set up in the gateway cannot be read')}>
      {(setUp) => (
        <>
          {setUp.partial && (
            <FindingAlert
              finding={{
                severity: 'warning',
                title: t('list.partial', 'The gateway cannot read its store now, so some may be missing'),
              }}
            />
          )}
          <Tab key={tab} gatewayUid={gatewayUid} setUp={setUp} onChanged={load.reload} />
        </>
      )}
    </Loaded>
  );
}
