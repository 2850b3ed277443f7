import { t } from '@grafana/i18n';
import { DataSourceVariable } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { GATEWAY_VARIABLE } from './names';

/** Which gateway's ledger is asked: each gateway or cluster is a data source of its own. */
export function gatewayVariable(uid: string): DataSourceVariable {
  return new DataSourceVariable({
    name: GATEWAY_VARIABLE,
    label: t('variables.gateway', 'LLM Gateway'),
    pluginId: DATASOURCE_ID,
    value: uid,
  });
}
