import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Key } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import type { MadeKey } from '../form/makeKey';
import { RotateKey } from './RotateKey';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  of: Key;
  onEdit: () => void;
  onRotated: (made: MadeKey) => void;
  onRevoked: () => void;
  onDeleted: () => void;
}

/** What can be done to a key. */
export function KeyActions({ gatewayUid, of, onEdit, onRotated, onRevoked, onDeleted }: Props) {
  const [doing, setDoing] = useState<'rotate' | 'revoke' | 'delete'>();
  const { name, revision } = of;
  const path = { name };
  const isRevoked = of.status === 'revoked';
  const end = () => setDoing(undefined);
  const ended = (then: () => void) => () => {
    end();
    then();
  };

  return (
    <Stack gap={1} wrap="wrap">
      {!isRevoked && (
        <>
          <Button size="sm" variant="secondary" icon="pen" onClick={onEdit}>
            <Trans i18nKey="keys.action.edit">Edit</Trans>
          </Button>
          <Button size="sm" variant="secondary" icon="sync" onClick={() => setDoing('rotate')}>
            <Trans i18nKey="keys.action.rotate">Rotate</Trans>
          </Button>
          <Button size="sm" variant="destructive" fill="outline" onClick={() => setDoing('revoke')}>
            <Trans i18nKey="keys.action.revoke">Revoke</Trans>
          </Button>
        </>
      )}
      <Button size="sm" variant="destructive" fill="outline" icon="trash-alt" onClick={() => setDoing('delete')}>
        <Trans i18nKey="keys.action.delete">Delete</Trans>
      </Button>
      {doing === 'rotate' && (
        <RotateKey
          {...{ gatewayUid, of }}
          onMade={(made) => {
            end();
            onRotated(made);
          }}
          onDismiss={end}
        />
      )}
      {doing === 'revoke' && (
        <ConfirmChange
          title={t('keys.revoke.title', 'Revoke {{name}}', { name, ...AS_IT_IS })}
          consequence={t(
            'keys.revoke.note',
            'Its requests are refused with 401 within seconds. That cannot be undone; the key stays listed.'
          )}
          confirm={t('keys.revoke.confirm', 'Revoke')}
          name={name}
          change={async () => void (await gatewayApi(gatewayUid).post('/keys/{name}/revoke', { path }))}
          onDone={ended(onRevoked)}
          onDismiss={end}
        />
      )}
      {doing === 'delete' && (
        <ConfirmChange
          title={t('keys.delete.title', 'Delete {{name}}', { name, ...AS_IT_IS })}
          consequence={t(
            'keys.delete.note',
            'Its requests are refused with 401 within seconds, and it is no longer listed. What it spent stays in the ledger under its name.'
          )}
          confirm={t('keys.delete.confirm', 'Delete')}
          name={name}
          change={() => gatewayApi(gatewayUid).delete('/keys/{name}', { path, query: { revision } })}
          onDone={ended(onDeleted)}
          onDismiss={end}
        />
      )}
    </Stack>
  );
}
