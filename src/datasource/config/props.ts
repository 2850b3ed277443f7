import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import type { GatewayOptions, GatewaySecrets } from '../types';

export type ConfigProps = DataSourcePluginOptionsEditorProps<GatewayOptions, GatewaySecrets>;
