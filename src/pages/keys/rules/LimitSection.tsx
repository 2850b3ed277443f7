import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Limit } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import { LimitForm } from './LimitForm';
import { limitParts } from './limitParts';
import { LimitUse } from './LimitUse';
import { RuleLine } from './RuleLine';
import type { RuleSectionProps } from './ruleSectionProps';
import { isOn } from './subject';
import { useLimits } from './useLimits';
import { AS_IT_IS } from '../../../asItIs';

type Doing = { what: 'add' } | { what: 'edit' | 'remove'; limit: Limit };

/** How fast a key, team or user may go, and how fast it goes. */
export function LimitSection({ gatewayUid, subject, rules, editable, onChanged }: RuleSectionProps) {
  const [doing, setDoing] = useState<Doing>();
  const limits = useLimits(gatewayUid, rules.limits).filter((limit) => isOn(limit, subject));
  const done = () => {
    setDoing(undefined);
    onChanged();
  };
  const cancel = () => setDoing(undefined);

  return (
    <Stack direction="column" gap={2}>
      <Text element="h4">
        <Trans i18nKey="rules.limits">Limits</Trans>
      </Text>
      {limits.length === 0 && (
        <Text color="secondary">
          <Trans i18nKey="rules.no-limit">No limit is on it: it may go as fast as the providers do.</Trans>
        </Text>
      )}
      {limits.map((limit) => (
        <RuleLine
          key={limit.name}
          rule={limit}
          isOnEach={limit[subject.kind] === '*'}
          editable={editable}
          onEdit={() => setDoing({ what: 'edit', limit })}
          onRemove={() => setDoing({ what: 'remove', limit })}
        >
          {limitParts(limit, subject).map((part) => (
            <LimitUse key={part.unit} of={part} />
          ))}
        </RuleLine>
      ))}
      {limits.length > 0 && (
        <Text variant="bodySmall" color="secondary">
          <Trans i18nKey="rules.limit.standing-note">
            Used in the last minute, and at once now. Without Redis, each replica of the gateway counts for itself: this
            is what the one that answers has counted.
          </Trans>
        </Text>
      )}
      {editable && doing === undefined && (
        <div>
          <Button size="sm" variant="secondary" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            <Trans i18nKey="rules.add-limit">Add limit</Trans>
          </Button>
        </div>
      )}
      {doing?.what === 'add' && <LimitForm {...{ gatewayUid, subject }} onSaved={done} onCancel={cancel} />}
      {doing?.what === 'edit' && (
        <LimitForm {...{ gatewayUid, subject }} limit={doing.limit} onSaved={done} onCancel={cancel} />
      )}
      {doing?.what === 'remove' && (
        <ConfirmChange
          title={t('rules.limit.remove', 'Remove the limit {{name}}', { name: doing.limit.name, ...AS_IT_IS })}
          consequence={t('rules.limit.remove-note', 'From then on nobody is held back by it.')}
          confirm={t('rules.remove-confirm', 'Remove')}
          name={doing.limit.name}
          change={async () => {
            const { name, revision } = doing.limit;
            await gatewayApi(gatewayUid).delete('/limits/{name}', { path: { name }, query: { revision } });
          }}
          onDone={done}
          onDismiss={cancel}
        />
      )}
    </Stack>
  );
}
