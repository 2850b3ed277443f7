import React from 'react';
import { t } from '@grafana/i18n';
import { ConfigurationLink } from '../../../components/ConfigurationLink';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import type { SavedProviders } from './askProviders';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  providers: SavedProviders['notInForce'];
}

/** Providers that somebody saved and that get no calls all the same. */
export function NotInForce({ providers }: Props) {
  if (providers.length === 0) {
    return null;
  }
  return (
    <FindingAlert
      finding={{
        severity: 'warning',
        title: t('providers.list.not-in-force', 'Saved, but not in force: {{names}}', {
          names: providers.map(({ name }) => name).join(', '),
          ...AS_IT_IS,
        }),
        advice: providers.map(({ name, problem }) => `${name}: ${problem}`).join(' · '),
      }}
    >
      <ConfigurationLink />
    </FindingAlert>
  );
}
