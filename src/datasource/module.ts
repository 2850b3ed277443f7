import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './ConfigEditor';
import { QueryEditor } from './editors/QueryEditor';
import { GatewayDataSource } from './GatewayDataSource';
import type { GatewayOptions, GatewayQuery, GatewaySecrets } from './types';

export const plugin = new DataSourcePlugin<GatewayDataSource, GatewayQuery, GatewayOptions, GatewaySecrets>(
  GatewayDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
