import React, { useState, type ReactNode } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, Stack } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { OriginBadge } from '../../components/access/OriginBadge';
import { FindingAlert } from '../../components/findings/FindingAlert';

interface Props {
  of: { readonly name: string; readonly origin: 'file' | 'api'; readonly problem?: string };
  /** What there is to say about it. */
  facts: ReactNode;
  /** What can be done that is no change. */
  actions?: ReactNode;
  /** Changes that take no form; only for those who may change it. */
  changes?: ReactNode;
  form: (onSaved: () => void, onCancel: () => void) => ReactNode;
  removal: (onDone: () => void, onDismiss: () => void) => ReactNode;
  onChanged: () => void;
  onClose: () => void;
}

/** All about one thing that is set up; whoever may change it can, unless the configuration file has it. */
export function ObjectDrawer({ of, facts, actions, changes, form, removal, onChanged, onClose }: Props) {
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const end = () => setDoing(undefined);

  return (
    <Drawer title={of.name} size="md" closeOnMaskClick={doing !== 'edit'} onClose={onClose}>
      <Stack direction="column" gap={3}>
        {of.origin === 'file' && (
          <div>
            <OriginBadge />
          </div>
        )}
        {of.problem !== undefined && (
          <FindingAlert
            finding={{
              severity: 'error',
              title: t('object.not-in-force', 'It is not in force, wholly or in part'),
              advice: of.problem,
            }}
          />
        )}
        {doing === 'edit' ? (
          form(() => {
            end();
            onChanged();
          }, end)
        ) : (
          <>
            {facts}
            {actions}
            {canConfigure() && of.origin === 'api' && (
              <Stack gap={1} wrap="wrap">
                <Button size="sm" variant="secondary" icon="pen" onClick={() => setDoing('edit')}>
                  <Trans i18nKey="object.edit">Edit</Trans>
                </Button>
                {changes}
                <Button
                  size="sm"
                  variant="destructive"
                  fill="outline"
                  icon="trash-alt"
                  onClick={() => setDoing('remove')}
                >
                  <Trans i18nKey="object.remove">Remove</Trans>
                </Button>
              </Stack>
            )}
          </>
        )}
        {doing === 'remove' &&
          removal(() => {
            onClose();
            onChanged();
          }, end)}
      </Stack>
    </Drawer>
  );
}
