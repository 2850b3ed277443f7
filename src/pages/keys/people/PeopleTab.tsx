import React, { useState } from 'react';
import { Button, Drawer, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { canConfigure } from '../../../api/user';
import { Loaded } from '../../../components/load/Loaded';
import { UrlSearch } from '../../../components/urlState/UrlSearch';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { useSpend } from '../list/useSpend';
import { useRules } from '../rules/useRules';
import { PeopleList } from './PeopleList';
import type { PersonKind } from './person';
import { PersonForm } from './PersonForm';
import { personWords } from './personWords';
import { usePeople } from './usePeople';

interface Props {
  gatewayUid: string;
  kind: PersonKind;
}

/** All teams, or all users: search, look at one, and make one. */
export function PeopleTab({ gatewayUid, kind }: Props) {
  const words = personWords(kind);
  const found = usePeople(gatewayUid, kind, useUrlState().get('q'));
  const rules = useRules(gatewayUid);
  const spend = useSpend(gatewayUid, kind);
  const [creating, setCreating] = useState(false);
  const reload = () => {
    found.reload();
    rules.reload();
  };

  return (
    <Stack direction="column" gap={2}>
      <Stack gap={2} wrap="wrap" alignItems="center">
        <UrlSearch placeholder={words.search} />
        {canConfigure() && (
          <Button icon="plus" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )}
      </Stack>
      <Loaded load={found} failed={words.failed}>
        {(list) => (
          <Loaded load={rules} failed={t('keys.rules-failed', 'Budgets and limits cannot be read')}>
            {(known) => (
              <PeopleList {...{ gatewayUid, kind, list }} rules={known} spend={spend.data} onChanged={reload} />
            )}
          </Loaded>
        )}
      </Loaded>
      {creating && (
        <Drawer title={words.create} size="md" closeOnMaskClick={false} onClose={() => setCreating(false)}>
          <PersonForm
            {...{ gatewayUid, kind }}
            onSaved={() => {
              setCreating(false);
              reload();
            }}
            onCancel={() => setCreating(false)}
          />
        </Drawer>
      )}
    </Stack>
  );
}
