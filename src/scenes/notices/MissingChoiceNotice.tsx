import React from 'react';
import { t } from '@grafana/i18n';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { installedDataSources } from '../../api/dataSources/installed';
import type { AppSettings } from '../../api/settings/appSettings';
import { ConfigurationLink } from '../../components/ConfigurationLink';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { PROMETHEUS_ID } from '../../constants';
import { AS_IT_IS } from '../../asItIs';

interface MissingChoiceNoticeState extends SceneObjectState {
  settings: AppSettings;
}

/** Says that a data source chosen in the configuration is gone, as the page then shows the figures of another one. */
export class MissingChoiceNotice extends SceneObjectBase<MissingChoiceNoticeState> {
  static Component = MissingChoiceNoticeRenderer;
}

function MissingChoiceNoticeRenderer({ model }: SceneComponentProps<MissingChoiceNotice>) {
  const { prometheusUid, gatewayUid } = model.useState().settings;
  const missing = [
    ...(isInstalled(DATASOURCE_ID, gatewayUid) ? [] : [gatewayUid]),
    ...(isInstalled(PROMETHEUS_ID, prometheusUid) ? [] : [prometheusUid]),
  ];
  if (missing.length === 0) {
    return null;
  }
  return (
    <FindingAlert
      finding={{
        severity: 'warning',
        title: t('notices.missing-choice.title', 'There is no data source with the uid {{uids}}', {
          uids: missing.join(', '),
          ...AS_IT_IS,
        }),
        advice: t(
          'notices.missing-choice.advice',
          'The figures below come from the data sources named above. Choose the right ones on the Configuration page.'
        ),
      }}
    >
      <ConfigurationLink />
    </FindingAlert>
  );
}

function isInstalled(pluginId: string, uid: string): boolean {
  return installedDataSources(pluginId).some((dataSource) => dataSource.uid === uid);
}
