import React from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { prefixRoute, ROUTES } from '../../routing/routes';
import { ConfigurationTabs } from './ConfigurationTabs';

interface Props {
  meta: AppPluginMeta;
}

/** Configuration among the app's own pages. */
export default function ConfigurationPage({ meta }: Props) {
  return (
    <PluginPage
      // With its address, so that Grafana sees that it is the same as the entry in its menu.
      pageNav={{ text: t('configuration.title', 'Configuration'), url: prefixRoute(ROUTES.configuration) }}
      subTitle={t('configuration.subtitle', 'How Grafana is connected to the gateway, and what is set up in it.')}
    >
      <ConfigurationTabs meta={meta} />
    </PluginPage>
  );
}
