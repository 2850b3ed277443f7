import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './ConfigEditor';
import { GatewayDataSource } from './GatewayDataSource';
import { QueryEditor } from './QueryEditor';
import type { GatewayOptions, GatewaySecrets, UsageQuery } from './types';

export const plugin = new DataSourcePlugin<GatewayDataSource, UsageQuery, GatewayOptions, GatewaySecrets>(
  GatewayDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
