import React from 'react';
import { t } from '@grafana/i18n';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { Stack, Text, TextLink } from '@grafana/ui';
import { Command } from '../../../components/Command';
import { firstRequestCommand } from '../../../components/states/firstRequestCommand';
import { prefixRoute } from '../../../routing/routes';
import { isInstalled } from './isInstalled';
import { Step } from './Step';
import { useFirstRequest } from './useFirstRequest';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
}

/** Waits for the first request, and says how to make one. */
export function FirstRequestStep({ gatewayUid }: Props) {
  const there = isInstalled(DATASOURCE_ID, gatewayUid);
  const requests = useFirstRequest(there ? gatewayUid : undefined);
  const seen = requests !== undefined && requests > 0;
  return (
    <Step
      title={t('setup.request.title', '4. See a first request')}
      state={seen ? 'done' : there && requests === undefined ? 'waiting' : 'todo'}
    >
      {seen ? (
        <Stack gap={2} wrap="wrap">
          <Text>
            {t('setup.request.seen', 'Requests in the last 30 days: {{requests}}', { requests, ...AS_IT_IS })}
          </Text>
          <TextLink href={prefixRoute('overview')}>
            {t('setup.request.overview', 'Look at them on the Overview')}
          </TextLink>
        </Stack>
      ) : (
        <>
          <Text>
            {t(
              'setup.request.how',
              'Send one, with the gateway’s address and one of its keys. It is shown here within seconds.'
            )}
          </Text>
          <Command text={firstRequestCommand()} />
          <TextLink href={prefixRoute('keys')} inline={false}>
            {t('setup.request.key', 'Make a key')}
          </TextLink>
        </>
      )}
    </Step>
  );
}
