import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { ConfigEditor } from './ConfigEditor';
import { QueryEditor } from './editors/QueryEditor';
import { GatewayDataSource } from './GatewayDataSource';
import type { GatewayOptions, GatewayQuery, GatewaySecrets } from './types';

// Grafana has loaded the texts (plugin.json's `languages`) before this module: done before any editor is drawn.
void initPluginTranslations(DATASOURCE_ID);

export const plugin = new DataSourcePlugin<GatewayDataSource, GatewayQuery, GatewayOptions, GatewaySecrets>(
  GatewayDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
