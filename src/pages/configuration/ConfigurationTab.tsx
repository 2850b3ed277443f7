import React from 'react';
import type { AppPluginMeta, PluginConfigPageProps } from '@grafana/data';
import { Configuration } from './Configuration';

/** Configuration as a tab of the plugin's page among Grafana's plugins. */
export default function ConfigurationTab({ plugin }: PluginConfigPageProps<AppPluginMeta>) {
  return <Configuration meta={plugin.meta} />;
}
