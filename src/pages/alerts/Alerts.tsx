import React, { useCallback, useState } from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { useLoad } from '../../components/load/useLoad';
import { LoadError } from '../../components/states/LoadError';
import { Loading } from '../../components/states/Loading';
import { UrlTabs } from '../../components/urlState/UrlTabs';
import { useUrlState } from '../../components/urlState/useUrlState';
import { errorMessage } from '../../api/grafana';
import type { ReactBodyProps } from '../../scenes/body/ReactBody';
import { ContactPoints } from './contactPoints/ContactPoints';
import { FireDrill } from './drill/FireDrill';
import { RecentAlerts } from './recent/RecentAlerts';
import { readStandings } from './readStandings';
import { EditCondition } from './rules/EditCondition';
import { Rules } from './rules/Rules';
import { RuleSummary } from './RuleSummary';
import type { RuleStanding } from './ruleStanding';

const TABS = ['rules', 'drill', 'told'] as const;

/** Grafana evaluates every ten seconds. */
const EVERY_MS = 5_000;

/** Rules with their states, thresholds and contact points; what was told lately; the drill. */
export function Alerts({ gatewayUid }: ReactBodyProps) {
  const { data: standings, failure, reload } = useLoad(readStandings, { everyMs: EVERY_MS });
  const [edited, setEdited] = useState<RuleStanding>();
  const chosen = useUrlState().get('tab');
  const tab = TABS.find((each) => each === chosen) ?? 'rules';
  const close = useCallback(() => setEdited(undefined), []);

  if (!standings) {
    return failure === undefined ? <Loading /> : <Unreadable failure={failure} />;
  }
  return (
    <Stack direction="column" gap={2}>
      {failure !== undefined && <Unreadable failure={failure} />}
      <RuleSummary standings={standings} onInstalled={reload} />
      <UrlTabs
        keepsChoices
        active={tab}
        tabs={[
          { id: 'rules', label: t('alerts.tabs.rules', 'Rules') },
          { id: 'drill', label: t('alerts.tabs.drill', 'Fire drill') },
          { id: 'told', label: t('alerts.tabs.told', 'Who is told') },
        ]}
      />
      {tab === 'rules' && <Rules standings={standings} onEdit={setEdited} />}
      {tab === 'drill' && <FireDrill gatewayUid={gatewayUid} standings={standings} />}
      {tab === 'told' && (
        <Stack direction="column" gap={3}>
          <ContactPoints standings={standings} />
          <RecentAlerts gatewayUid={gatewayUid} />
        </Stack>
      )}
      {edited && <EditCondition standing={edited} onClose={close} onChanged={reload} />}
    </Stack>
  );
}

function Unreadable({ failure }: { failure: Error }) {
  return (
    <LoadError title={t('alerts.unreadable', 'Grafana’s alert rules cannot be read')} reason={errorMessage(failure)} />
  );
}
