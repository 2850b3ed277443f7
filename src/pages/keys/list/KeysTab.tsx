import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import { Loaded } from '../../../components/load/Loaded';
import { UrlSearch } from '../../../components/urlState/UrlSearch';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { CreateKey } from '../form/CreateKey';
import type { MadeKey } from '../form/makeKey';
import { useSuggestions } from '../form/useSuggestions';
import { useRules } from '../rules/useRules';
import { SecretOnce } from '../secret/SecretOnce';
import { KeyList } from './KeyList';
import { StateFilter } from './StateFilter';
import { useKeys } from './useKeys';
import { useSpend } from './useSpend';

interface Props {
  gatewayUid: string;
}

/** All keys: search, look at one, and make one. */
export function KeysTab({ gatewayUid }: Props) {
  const keys = useKeys(gatewayUid, useUrlState().get('q'));
  const rules = useRules(gatewayUid);
  const spend = useSpend(gatewayUid, 'key');
  const suggestions = useSuggestions(gatewayUid);
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<MadeKey>();
  const reload = () => {
    keys.reload();
    rules.reload();
    spend.reload();
  };
  const show = (secret: MadeKey) => {
    setCreating(false);
    setMade(secret);
    reload();
  };

  return (
    <Stack direction="column" gap={2}>
      <Stack gap={2} wrap="wrap" alignItems="center">
        <UrlSearch placeholder={t('keys.search', 'Search key, team or user')} />
        <StateFilter />
        {canConfigure() && (
          <Button icon="plus" onClick={() => setCreating(true)}>
            <Trans i18nKey="keys.new">New key</Trans>
          </Button>
        )}
      </Stack>
      <Loaded load={keys} failed={t('keys.failed', 'The keys cannot be read')}>
        {(list) => (
          <Loaded load={rules} failed={t('keys.rules-failed', 'Budgets and limits cannot be read')}>
            {(known) => (
              <KeyList {...{ gatewayUid, list, spend: spend.data }} rules={known} onChanged={reload} onRotated={show} />
            )}
          </Loaded>
        )}
      </Loaded>
      {creating && <CreateKey {...{ gatewayUid, suggestions }} onMade={show} onClose={() => setCreating(false)} />}
      {made && <SecretOnce {...{ gatewayUid, made }} models={suggestions.models} onClose={() => setMade(undefined)} />}
    </Stack>
  );
}
