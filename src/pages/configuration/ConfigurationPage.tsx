import React from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { prefixRoute, ROUTES } from '../../routing/routes';
import { Configuration } from './Configuration';

interface Props {
  meta: AppPluginMeta;
}

/** Configuration among the app's own pages. */
export function ConfigurationPage({ meta }: Props) {
  return (
    <PluginPage
      // With its address, so that Grafana sees that it is the same as the entry in its menu.
      pageNav={{ text: t('configuration.title', 'Configuration'), url: prefixRoute(ROUTES.configuration) }}
      subTitle={t('configuration.subtitle', 'Which data sources the pages of this app ask.')}
    >
      <Configuration meta={meta} />
    </PluginPage>
  );
}
