import React from 'react';
import { t } from '@grafana/i18n';
import { ConfigurationLink } from '../ConfigurationLink';
import { FindingAlert } from '../findings/FindingAlert';
import { firstRequestCommand } from './firstRequestCommand';

/** The gateway answers, and nobody asked it anything in this time range: how to make the first request. */
export function NoRequestsYet() {
  return (
    <FindingAlert
      finding={{
        severity: 'info',
        title: t('states.no-requests.title', 'The gateway is connected; it had no requests in this time range'),
        advice: t(
          'states.no-requests.advice',
          'Choose a longer time range, or send a request, with the gateway’s address and one of its keys:'
        ),
        snippet: firstRequestCommand(),
      }}
    >
      <ConfigurationLink />
    </FindingAlert>
  );
}
