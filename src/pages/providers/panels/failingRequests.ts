import { t } from '@grafana/i18n';
import { PanelBuilders, SceneDataTransformer, type VizPanel } from '@grafana/scenes';
import type { RequestsQuery } from '../../../datasource/types';
import { failedNoValue } from '../../../scenes/panels/failedNoValue';
import { panelMenu } from '../../../scenes/panels/menu/panelMenu';
import { requestLink } from '../../../scenes/panels/requestLinks';
import { gatewayQueries } from '../../../scenes/queries/gateway';
import type { Scope } from '../scope';
import { pickFields } from './pickFields';

const COLUMNS = ['time', 'id', 'model', 'error_type', 'code', 'key'];

/** As many as can be taken in; the Requests page has all. */
const NEWEST = 20;

/** The newest requests of the time range that failed here. Each leads to its page. */
export function failingRequests({ filters }: Scope): VizPanel {
  const query: RequestsQuery = {
    refId: 'failing',
    queryType: 'requests',
    format: 'table',
    filters: [...filters, { dimension: 'status', values: ['error'] }],
    limit: NEWEST,
  };
  return PanelBuilders.table()
    .setTitle(t('providers.panels.failing.title', 'Last failing requests'))
    .setDescription(
      t(
        'providers.panels.failing.description',
        'The newest requests whose last call was made here and failed. Those that a retry or fallback saved elsewhere are not among them.'
      )
    )
    .setNoValue(t('providers.panels.failing.no-value', 'No request failed in this time range'))
    .setData(new SceneDataTransformer({ $data: gatewayQueries(query), transformations: [pickFields(COLUMNS)] }))
    .setMenu(panelMenu())
    .setBehaviors([failedNoValue])
    .setCustomFieldConfig('minWidth', 80)
    .setOverrides((overrides) => {
      overrides.matchFieldsWithName('time').overrideCustomFieldConfig('width', 170);
      overrides.matchFieldsWithName('id').overrideLinks([requestLink()]).overrideCustomFieldConfig('width', 330);
      overrides.matchFieldsWithName('code').overrideCustomFieldConfig('width', 70);
      overrides.matchFieldsWithName('key').overrideCustomFieldConfig('width', 100);
    })
    .build();
}
