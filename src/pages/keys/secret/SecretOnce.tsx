import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Modal, Stack, Text } from '@grafana/ui';
import { Command } from '../../../components/Command';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { firstRequestCommand } from '../../../components/states/firstRequestCommand';
import type { MadeKey } from '../form/makeKey';
import { askableModel } from './askableModel';
import { useGatewayUrl } from './useGatewayUrl';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  made: MadeKey;
  /** What clients can ask for. */
  models: readonly string[];
  onClose: () => void;
}

/** Shows a secret, this once: it is in no other answer of the gateway, and gone from the browser when this is closed. */
export function SecretOnce({ gatewayUid, made: { key, secret, problems }, models, onClose }: Props) {
  const url = useGatewayUrl(gatewayUid);
  const request = firstRequestCommand({ url, key: secret, model: askableModel(key.models, models) });
  return (
    <Modal
      isOpen
      title={t('keys.secret.title', 'The secret of {{name}}', { name: key.name, ...AS_IT_IS })}
      closeOnBackdropClick={false}
      closeOnEscape={false}
      onDismiss={onClose}
    >
      <Stack direction="column" gap={2}>
        <FindingAlert
          finding={{
            severity: 'warning',
            title: t('keys.secret.once', 'Copy it now: nobody can be shown it again'),
            advice: t(
              'keys.secret.kept',
              'The gateway keeps only a hash of it. A lost secret is replaced by rotating the key.'
            ),
          }}
        />
        <Command text={secret} />
        <Text color="secondary">
          <Trans i18nKey="keys.secret.try">
            A first request with it. The address is the one that Grafana uses; clients elsewhere may need another one.
          </Trans>
        </Text>
        <Command text={request} />
        {problems.map((problem) => (
          <FindingAlert
            key={problem}
            finding={{
              severity: 'error',
              title: t('keys.secret.incomplete', 'The key was made, but not all that belongs to it'),
              advice: problem,
            }}
          />
        ))}
      </Stack>
      <Modal.ButtonRow>
        <Button onClick={onClose}>
          <Trans i18nKey="keys.secret.done">I have copied it</Trans>
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}
