import React, { useCallback } from 'react';
import { t } from '@grafana/i18n';
import {
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneObjectState,
} from '@grafana/scenes';
import { readFiringAlerts } from '../../../api/alerting/firingAlerts';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import { LoadError } from '../../../components/states/LoadError';
import { readAnswer } from '../../../scenes/queries/answer';
import { GATEWAY_VARIABLE } from '../../../scenes/variables/names';
import { StatusBox } from './StatusBox';
import { readProviders, readSpentBudgets } from './standing';

const ALERTS_EVERY_MS = 10_000;

/** The state of the whole in a sentence, and what to look at. Reads the page's `standing()`. */
export class Status extends SceneObjectBase<SceneObjectState> {
  static Component = StatusRenderer;

  protected _variableDependency = new VariableDependencyConfig(this, { variableNames: [GATEWAY_VARIABLE] });
}

function StatusRenderer({ model }: SceneComponentProps<Status>) {
  const { data } = sceneGraph.getData(model).useState();
  const gatewayUid = sceneGraph.interpolate(model, `\${${GATEWAY_VARIABLE}}`);
  const load = useCallback(() => readFiringAlerts(gatewayUid), [gatewayUid]);
  const { data: alerts, failure } = useLoad(load, { everyMs: ALERTS_EVERY_MS });
  const answer = readAnswer(data);
  switch (answer.state) {
    case 'waiting':
      return <StatusBox />;
    case 'failed':
      return (
        <LoadError
          title={t('overview.status.failed', 'The state of the providers cannot be read')}
          reason={answer.reason}
        />
      );
    case 'answered':
      return (
        <StatusBox
          facts={{
            providers: readProviders(answer.frames),
            budgets: readSpentBudgets(answer.frames),
            alerts: alerts ?? [],
          }}
          alertsUnknown={alerts === undefined && failure !== undefined ? errorMessage(failure) : undefined}
        />
      );
  }
}
