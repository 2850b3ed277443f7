import React, { useCallback, useState } from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { LoadError } from '../../components/states/LoadError';
import { Loading } from '../../components/states/Loading';
import { errorMessage } from '../../api/grafana';
import { usePolled } from '../../api/usePolled';
import type { ReactBodyProps } from '../../scenes/body/ReactBody';
import { AlertTabs, parseTab } from './AlertTabs';
import { ContactPoints } from './contactPoints/ContactPoints';
import { FireDrill } from './drill/FireDrill';
import { RecentAlerts } from './recent/RecentAlerts';
import { readStandings } from './readStandings';
import { EditCondition } from './rules/EditCondition';
import { Rules } from './rules/Rules';
import { RuleSummary } from './RuleSummary';
import type { RuleStanding } from './ruleStanding';

/** Grafana evaluates every ten seconds. */
const EVERY_MS = 5_000;

/** Rules with their states, thresholds and contact points; what was told lately; the drill. */
export function Alerts({ gatewayUid }: ReactBodyProps) {
  const { value: standings, error, refresh } = usePolled(readStandings, EVERY_MS);
  const [edited, setEdited] = useState<RuleStanding>();
  const tab = parseTab(useLocation().search);
  const close = useCallback(() => setEdited(undefined), []);

  if (!standings) {
    return error === undefined ? <Loading /> : <Unreadable error={error} />;
  }
  return (
    <Stack direction="column" gap={2}>
      {error !== undefined && <Unreadable error={error} />}
      <RuleSummary standings={standings} onInstalled={refresh} />
      <AlertTabs tab={tab} />
      {tab === 'rules' && <Rules standings={standings} onEdit={setEdited} />}
      {tab === 'drill' && <FireDrill gatewayUid={gatewayUid} standings={standings} />}
      {tab === 'told' && (
        <Stack direction="column" gap={3}>
          <ContactPoints standings={standings} />
          <RecentAlerts gatewayUid={gatewayUid} />
        </Stack>
      )}
      {edited && <EditCondition standing={edited} onClose={close} onChanged={refresh} />}
    </Stack>
  );
}

function Unreadable({ error }: { error: unknown }) {
  return (
    <LoadError title={t('alerts.unreadable', 'Grafana’s alert rules cannot be read')} reason={errorMessage(error)} />
  );
}
