import React from 'react';
import { t } from '@grafana/i18n';
import { Stack, TabContent } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { ReadOnlyNote } from '../../components/access/ReadOnlyNote';
import { UrlTabs } from '../../components/urlState/UrlTabs';
import { useUrlState } from '../../components/urlState/useUrlState';
import type { ReactBodyProps } from '../../scenes/body/ReactBody';
import { KeysTab } from './list/KeysTab';
import { PeopleTab } from './people/PeopleTab';

const TABS = ['keys', 'teams', 'users'] as const;

/** Who may ask, who pays, and what holds them back. */
export default function KeysAndTeams({ gatewayUid }: ReactBodyProps) {
  const chosen = useUrlState().get('tab');
  const tab = TABS.find((each) => each === chosen) ?? 'keys';
  return (
    <Stack direction="column" gap={2} grow={1} minWidth={0}>
      <UrlTabs
        active={tab}
        tabs={[
          { id: 'keys', label: t('keys.tab.keys', 'Keys') },
          { id: 'teams', label: t('keys.tab.teams', 'Teams') },
          { id: 'users', label: t('keys.tab.users', 'Users') },
        ]}
      />
      {!canConfigure() && <ReadOnlyNote />}
      <TabContent>
        {tab === 'keys' && <KeysTab gatewayUid={gatewayUid} />}
        {tab === 'teams' && <PeopleTab key="team" kind="team" gatewayUid={gatewayUid} />}
        {tab === 'users' && <PeopleTab key="user" kind="user" gatewayUid={gatewayUid} />}
      </TabContent>
    </Stack>
  );
}
